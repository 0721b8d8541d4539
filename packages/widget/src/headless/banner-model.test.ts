import { createConsentManager, type Decision } from '@consentry/core';
import { describe, expect, it, vi } from 'vitest';
import { bannerContent, createDemoManager, createMemoryJar } from '../test-support/demo-site.js';
import { createBannerModel } from './banner-model.js';

function model(manager = createDemoManager(), content = bannerContent) {
  const decisions: Decision[] = [];
  manager.onDecision((decision) => decisions.push(decision));
  return { ...createBannerModel(manager, content, { shown: 'hash' }), manager, decisions };
}

describe('a banner without a face', () => {
  it('has the words of the banner, with the vendors apart from the text', () => {
    const { get } = model();
    expect(get()).toEqual({
      language: 'en',
      isShown: true,
      title: 'Your data, your call',
      sentence: [
        'We would like to measure visits with ',
        { vendor: 'Google Analytics' },
        ' and send useful mail with ',
        { vendor: 'Brevo' },
        ' and ',
        { vendor: 'MailBluster' },
        '. Nothing of theirs has loaded yet.',
      ],
      labels: {
        deny: 'Deny all',
        allow: 'Allow all',
        choose: 'Choose',
        later: 'You can change this any time',
        notice: 'Who receives what',
      },
      noticeUrl: '/notice',
    });
  });

  it('decides nothing by being read or listened to', () => {
    const { get, listen, decisions, manager } = model();
    const heard = vi.fn();
    listen(heard);
    get();
    expect(decisions).toEqual([]);
    expect(heard).not.toHaveBeenCalled();
    expect(manager.isAllowed('google-analytics')).toBe(false);
  });

  it('denies everything with one call, on record as shown by a banner', () => {
    const { deny, get, decisions, manager } = model();
    deny();
    expect(decisions).toMatchObject([
      { via: 'banner', language: 'en', shown: 'hash', choices: { analytics: 'deny', mail: 'deny' } },
    ]);
    expect(manager.isAllowed('google-analytics')).toBe(false);
    expect(get()).toMatchObject({ isShown: false, sentence: [] });
  });

  it('grants everything with one call', () => {
    const { allow, decisions, manager } = model();
    allow();
    expect(decisions).toMatchObject([{ choices: { analytics: 'grant', mail: 'grant' } }]);
    expect(manager.isAllowed('google-analytics')).toBe(true);
  });

  it('asks later only about what is new, and leaves earlier answers alone', () => {
    const cookies = createMemoryJar();
    createDemoManager({ cookies }).decide({ analytics: 'deny', mail: 'grant' });
    const content = {
      ...bannerContent,
      purposes: bannerContent.purposes.map((purpose) =>
        purpose.id === 'mail' ? { ...purpose, vendors: [...purpose.vendors, 'extra'] } : purpose,
      ),
    };
    const { get, allow, decisions, manager } = model(
      createDemoManager({ cookies, vendors: ['brevo', 'mailbluster', 'extra'] }),
      content,
    );
    expect(get().sentence).toEqual([
      'This is new. We would like to send useful mail with ',
      { vendor: 'Extra' },
      '. Nothing of theirs has loaded yet.',
    ]);
    allow();
    expect(decisions).toMatchObject([{ choices: { extra: 'grant' } }]);
    expect(manager.status('analytics')).toBe('denied');
  });

  it('takes no answer where nothing is asked, so that a stale button cannot change one', () => {
    const { allow, decisions, manager } = model();
    manager.deny();
    allow();
    expect(decisions).toHaveLength(1);
    expect(manager.isAllowed('google-analytics')).toBe(false);
  });

  it('takes no answer either where the browser has given it already', () => {
    const site = { purposes: [{ id: 'mail', signals: ['gpc' as const] }], vendors: [] };
    const navigator = { globalPrivacyControl: true };
    const { deny, get, decisions } = model(
      createConsentManager(site, { cookies: createMemoryJar(), navigator }),
    );
    expect(get().isShown).toBe(false);
    deny();
    expect(decisions).toEqual([]);
  });

  it('is the same object until something changes, and tells those who listen, until they stop', () => {
    const cookies = createMemoryJar();
    const { get, listen, manager } = model(createDemoManager({ cookies }));
    const [heard, other] = [vi.fn(), vi.fn()];
    const stop = listen(heard);
    listen(other);
    const before = get();
    expect(get()).toBe(before);
    createDemoManager({ cookies }).deny();
    manager.refresh();
    expect(heard).toHaveBeenCalledOnce();
    expect(get()).not.toBe(before);
    expect(get().isShown).toBe(false);
    stop();
    manager.grant();
    expect(heard).toHaveBeenCalledOnce();
    expect(other).toHaveBeenCalledTimes(2);
  });

  it('says which way it is written, and gives names as text', () => {
    const { get } = model(createDemoManager(), {
      ...bannerContent,
      language: 'ar',
      dir: 'rtl',
      vendors: { ...bannerContent.vendors, brevo: '<img src=x onerror=alert(1)>' },
    });
    expect(get()).toMatchObject({ language: 'ar', dir: 'rtl' });
    expect(get().sentence).toContainEqual({ vendor: '<img src=x onerror=alert(1)>' });
  });
});
