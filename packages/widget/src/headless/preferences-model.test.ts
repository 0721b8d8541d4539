import type { Decision } from '@consentry/core';
import { describe, expect, it, vi } from 'vitest';
import { createDemoManager, createMemoryJar, preferencesContent } from '../test-support/demo-site.js';
import { createPreferencesModel } from './preferences-model.js';

function model(manager = createDemoManager()) {
  const decisions: Decision[] = [];
  manager.onDecision((decision) => decisions.push(decision));
  return { ...createPreferencesModel(manager, preferencesContent, { shown: 'hash' }), manager, decisions };
}

describe('preferences without a face', () => {
  it('list every purpose with its vendors and what visitors are told of them, nothing of it on', () => {
    const { get } = model();
    const { title, intro, signal, decidedAt, unsaved, labels, purposes } = get();
    expect([title, intro, signal, decidedAt, unsaved]).toEqual([
      'Your data, your call',
      'Choose by purpose or by company. Nothing is sent before you choose.',
      '',
      0,
      false,
    ]);
    expect(labels.save).toBe('Save choices');
    expect(
      purposes.map(({ id, isOn, canDecide, vendors }) => [id, isOn, canDecide, vendors.map(({ id }) => id)]),
    ).toEqual([
      ['site', true, false, []],
      ['analytics', false, true, ['google-analytics']],
      ['mail', false, true, ['brevo', 'mailbluster']],
    ]);
    expect(purposes[1]?.vendors[0]).toMatchObject({
      name: 'Google Analytics',
      country: 'United States',
      storage: '_ga, _ga_*, 2 years',
      isOn: false,
      canDecide: true,
    });
  });

  it('start from what is allowed where purposes run until denied, and say so', () => {
    const { get, isOn } = model(createDemoManager({ regime: { model: 'opt-out' } }));
    expect(isOn('analytics')).toBe(true);
    expect(get().intro).toContain('What is on is in use');
  });

  it('decide nothing by a switch, and everything at once when they are saved', () => {
    const { turn, get, save, isOn, decisions, manager } = model();
    turn('mail');
    turn('brevo');
    expect(get().purposes[2]).toMatchObject({
      isOn: true,
      vendors: [
        { id: 'brevo', isOn: false },
        { id: 'mailbluster', isOn: true },
      ],
    });
    expect(decisions).toEqual([]);
    expect(manager.isAllowed('mailbluster')).toBe(false);
    save();
    expect(decisions).toMatchObject([
      {
        via: 'preferences',
        language: 'en',
        shown: 'hash',
        choices: { analytics: 'deny', mail: 'grant', brevo: 'deny' },
      },
    ]);
    expect([manager.isAllowed('brevo'), manager.isAllowed('mailbluster')]).toEqual([false, true]);
    expect([isOn('brevo'), isOn('mailbluster')]).toEqual([false, true]);
    expect(get().decidedAt).toBeGreaterThan(0);
  });

  it('grant and withdraw with one call each, whatever the switches say, which are forgotten', () => {
    const { turn, allow, deny, isOn, manager } = model();
    turn('mail');
    deny();
    expect([manager.status('mail'), isOn('mail')]).toEqual(['denied', false]);
    allow();
    expect([manager.status('analytics'), isOn('mail')]).toEqual(['granted', true]);
    deny();
    expect(manager.status('analytics')).toBe('withdrawn');
  });

  it('forget what was turned when they are closed without a decision', () => {
    const { turn, reset, isOn, decisions } = model();
    turn('mail');
    expect(isOn('mail')).toBe(true);
    reset();
    expect(isOn('mail')).toBe(false);
    expect(decisions).toEqual([]);
  });

  it('keep what was turned when another tab decides meanwhile', () => {
    const cookies = createMemoryJar();
    const { turn, isOn, manager, get } = model(createDemoManager({ cookies }));
    turn('mail');
    createDemoManager({ cookies }).decide({ analytics: 'grant', mail: 'deny' });
    manager.refresh();
    expect([isOn('analytics'), isOn('mail')]).toEqual([true, true]);
    expect(get().purposes.map(({ isOn }) => isOn)).toEqual([true, true, true]);
  });

  it('say what Global Privacy Control refuses, and take turning it on as an explicit choice', () => {
    const { get, allow, turn, save, manager } = model(createDemoManager({ gpc: true }));
    expect(get().signal).toBe(
      'Your browser sends Global Privacy Control. Honoured, so this stays off: Useful mail.',
    );
    allow();
    expect(manager.isAllowed('mail')).toBe(false);
    turn('mail');
    save();
    expect(manager.isAllowed('mail')).toBe(true);
  });

  it('say that a decision holds on this page only when the browser does not keep it', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { get, deny } = model(createDemoManager({ cookies: { read: () => [], write: () => {} } }));
    deny();
    vi.restoreAllMocks();
    expect(get().unsaved).toBe(true);
  });

  it('are the same object until something changes, and tell those who listen, until they stop', () => {
    const { get, listen, turn, manager } = model();
    const heard = vi.fn();
    const stop = listen(heard);
    const before = get();
    expect(get()).toBe(before);
    expect(heard).not.toHaveBeenCalled();
    turn('mail');
    expect(heard).toHaveBeenCalledOnce();
    const turned = get();
    expect(turned).not.toBe(before);
    expect(get()).toBe(turned);
    manager.grant(['analytics']);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(get()).not.toBe(turned);
    stop();
    turn('mail');
    manager.deny();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
