import type { Decision } from '@consentry/core';
import { afterEach, describe, expect, it } from 'vitest';
import { embedPreferences } from './embedded-preferences.js';
import { preferencesStyle } from './style/index.js';
import { createDemoManager, preferencesContent } from './test-support/demo-site.js';

function embed() {
  const manager = createDemoManager();
  const decisions: Decision[] = [];
  manager.onDecision((decision) => decisions.push(decision));
  const place = document.body.appendChild(document.createElement('consentry-preferences'));
  const stop = embedPreferences(
    { manager, document, content: preferencesContent, style: preferencesStyle(), shown: 'hash' },
    place,
  );
  const root = place.shadowRoot as ShadowRoot;
  const input = (id: string) => root.querySelector<HTMLInputElement>(`input[aria-labelledby$="${id}"]`);
  return {
    manager,
    decisions,
    place,
    root,
    stop,
    isOn: (id: string) => input(id)?.checked,
    turn: (id: string) => input(id)?.click(),
    press: (name: string) => root.querySelector<HTMLButtonElement>(`button[name="${name}"]`)?.click(),
    status: () => root.lastElementChild?.textContent,
  };
}

afterEach(() => document.body.replaceChildren());

describe('preferences in a place of the page', () => {
  it('are open where the page wants them, with nothing to close', () => {
    const { place, root } = embed();
    expect(place.parentElement).toBe(document.body);
    expect(place.hasAttribute('place')).toBe(true);
    expect(root.querySelector('h2')?.textContent).toBe('Your data, your call');
    expect(root.querySelector('dialog, .close')).toBeNull();
    expect(root.querySelector('section')?.getAttribute('role')).toBe('group');
  });

  it('decide nothing by being there or by a switch, and take a decision when it is saved', () => {
    const { decisions, turn, press, status, manager } = embed();
    turn('analytics');
    expect(decisions).toEqual([]);
    expect(manager.isAllowed('google-analytics')).toBe(false);
    press('save');
    expect(decisions).toMatchObject([
      { via: 'preferences', language: 'en', shown: 'hash', choices: { analytics: 'grant', mail: 'deny' } },
    ]);
    expect(manager.isAllowed('google-analytics')).toBe(true);
    expect(status()).toBe('Your choices are saved.');
  });

  it('withdraw with one press, and stay', () => {
    const { press, manager, place, isOn } = embed();
    press('allow');
    expect(isOn('analytics')).toBe(true);
    press('deny');
    expect(manager.status('analytics')).toBe('withdrawn');
    expect(isOn('analytics')).toBe(false);
    expect(place.isConnected).toBe(true);
  });

  it('follow what is decided elsewhere, and keep what was turned here', () => {
    const { manager, isOn, turn } = embed();
    turn('mail');
    manager.grant(['analytics']);
    expect([isOn('analytics'), isOn('mail')]).toEqual([true, true]);
  });

  it('show what stands after a decision of their own, and not what was turned before it', () => {
    const { isOn, turn, press } = embed();
    turn('mail');
    expect(isOn('mail')).toBe(true);
    press('deny');
    expect(isOn('mail')).toBe(false);
  });

  it('stop following when the page says so', () => {
    const { manager, isOn, stop } = embed();
    stop();
    manager.grant();
    expect(isOn('analytics')).toBe(false);
  });
});
