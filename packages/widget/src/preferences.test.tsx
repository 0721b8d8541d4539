import type { Decision } from '@consentry/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mountPreferences, type Preferences } from './preferences.js';
import type { PastDecision, PreferencesHost } from './preferences-host.js';
import { preferencesStyle } from './style/index.js';
import { createDemoManager, createMemoryJar, preferencesContent } from './test-support/demo-site.js';

let mounted: Preferences | undefined;

function mount(options: Partial<PreferencesHost> = {}) {
  const manager = options.manager ?? createDemoManager();
  const decisions: Decision[] = [];
  manager.onDecision((decision) => decisions.push(decision));
  const preferences = mountPreferences({
    manager,
    document,
    content: preferencesContent,
    style: preferencesStyle(),
    shown: 'hash-of-preferences',
    ...options,
  });
  mounted = preferences;
  const root = preferences.element.shadowRoot as ShadowRoot;
  const dialog = root.querySelector('dialog') as HTMLDialogElement;
  const named = (name: string) => {
    const label = [...root.querySelectorAll('[id]')].find(({ textContent }) => textContent === name);
    return root.querySelector<HTMLInputElement>(`input[aria-labelledby="${label?.id}"]`);
  };
  return {
    manager,
    preferences,
    decisions,
    root,
    dialog,
    isOn: (name: string) => named(name)?.checked,
    turn: (name: string) => named(name)?.click(),
    hasSwitch: (name: string) => named(name) !== null,
    status: () => root.querySelector('[role=status]')?.textContent,
    press(name: string) {
      [...root.querySelectorAll('button')]
        .find(
          (button) =>
            button.textContent?.startsWith(name) || button.getAttribute('aria-label')?.startsWith(name),
        )
        ?.click();
    },
  };
}

afterEach(() => {
  mounted?.destroy();
  document.body.replaceChildren();
});

describe('mountPreferences', () => {
  it('has nothing on at a first visit, and no switch for what is exempt', () => {
    const { preferences, isOn, hasSwitch, root, dialog } = mount();
    expect(dialog.open).toBe(false);
    preferences.open();
    expect(dialog.open).toBe(true);
    expect(['Measuring visits', 'Useful mail', 'Google Analytics', 'Brevo'].map(isOn)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(hasSwitch('Running this site')).toBe(false);
    expect(root.textContent).toContain('Always on');
  });

  it('starts from what is allowed where purposes run until denied, and says so', () => {
    const { preferences, isOn, root } = mount({
      manager: createDemoManager({ regime: { model: 'opt-out' } }),
    });
    preferences.open();
    expect(isOn('Measuring visits')).toBe(true);
    expect(root.textContent).not.toContain('Nothing is sent before you choose');
  });

  it('says the state of a switch in words', () => {
    const { preferences, turn, root } = mount();
    const words = () => root.querySelector('label')?.textContent;
    preferences.open();
    expect(words()).toBe('Off');
    turn('Measuring visits');
    expect(words()).toBe('On');
  });

  it('decides nothing when it is closed, and forgets what was turned', () => {
    const { preferences, turn, isOn, press, decisions, dialog } = mount();
    preferences.open();
    turn('Measuring visits');
    expect(isOn('Measuring visits')).toBe(true);
    press('Close');
    expect(dialog.open).toBe(false);
    expect(decisions).toEqual([]);
    preferences.open();
    expect(isOn('Measuring visits')).toBe(false);
  });

  it('saves every purpose that can be decided on, in one decision', () => {
    const { preferences, turn, press, decisions, dialog, status } = mount();
    preferences.open();
    expect(status()).toBe('');
    turn('Useful mail');
    expect(decisions).toEqual([]);
    press('Save choices');
    expect(decisions).toMatchObject([
      {
        via: 'preferences',
        language: 'en',
        shown: 'hash-of-preferences',
        choices: { analytics: 'deny', mail: 'grant' },
      },
    ]);
    expect(Object.keys(decisions[0]?.choices ?? {})).toEqual(['analytics', 'mail']);
    expect(dialog.open).toBe(false);
    expect(status()).toBe('Your choices are saved.');
  });

  it('turns the vendors with their purpose, and saves one that differs by itself', () => {
    const { preferences, turn, isOn, press, manager, decisions } = mount();
    preferences.open();
    turn('Useful mail');
    expect([isOn('Brevo'), isOn('MailBluster')]).toEqual([true, true]);
    turn('Brevo');
    press('Save choices');
    expect(decisions).toMatchObject([{ choices: { analytics: 'deny', mail: 'grant', brevo: 'deny' } }]);
    expect(manager.isAllowed('brevo')).toBe(false);
    expect(manager.isAllowed('mailbluster')).toBe(true);
    preferences.open();
    expect([isOn('Useful mail'), isOn('Brevo'), isOn('MailBluster')]).toEqual([true, false, true]);
  });

  it('withdraws as easily as it grants', () => {
    const { preferences, press, manager } = mount();
    preferences.open();
    press('Allow all');
    expect(manager.status('analytics')).toBe('granted');
    preferences.open();
    press('Deny all');
    expect(manager.status('analytics')).toBe('withdrawn');
    expect(manager.isAllowed('google-analytics')).toBe(false);
  });

  it('shows what Global Privacy Control refuses as off, and takes turning it on as an explicit choice', () => {
    const { preferences, root, isOn, turn, press, manager } = mount({
      manager: createDemoManager({ gpc: true }),
    });
    preferences.open();
    expect(root.textContent).toContain(
      'Your browser sends Global Privacy Control. Honoured, so this stays off: Useful mail.',
    );
    expect(isOn('Useful mail')).toBe(false);
    press('Allow all');
    expect(manager.isAllowed('mail')).toBe(false);
    preferences.open();
    turn('Useful mail');
    press('Save choices');
    expect(manager.isAllowed('mail')).toBe(true);
  });

  it('says nothing of Global Privacy Control where the browser does not send it', () => {
    const { preferences, root } = mount();
    preferences.open();
    expect(root.textContent).not.toContain('Global Privacy Control');
  });

  it('unfolds a vendor to who receives what, why, and what is stored', () => {
    const { preferences, root, press } = mount();
    preferences.open();
    expect(root.querySelector('dl')).toBeNull();
    press('Google Analytics');
    expect([...root.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([
      'Receives it',
      'Information',
      'Used for',
      'Stored',
    ]);
    expect(root.querySelector('dd')?.textContent).toBe('Google LLC, United States');
    expect(root.querySelector('dl a')?.getAttribute('href')).toBe('https://policies.google.com/privacy');
    expect(root.querySelector('[aria-expanded=true]')?.textContent).toBe('Google Analytics');
    press('Google Analytics');
    expect(root.querySelector('dl')).toBeNull();
  });

  it('leaves out what a vendor does not store', () => {
    const { preferences, root, press } = mount();
    preferences.open();
    press('Brevo');
    expect(root.querySelector('dl')?.textContent).not.toContain('Stored');
  });

  it('shows the date of the last decision and offers its receipt, once there is one', () => {
    const download = vi.fn();
    const history: PastDecision[] = [];
    const at = Date.UTC(2026, 10, 21, 12);
    const { preferences, root, press, manager } = mount({
      manager: createDemoManager({ now: () => at }),
      history: () => history,
    });
    preferences.open();
    expect(root.textContent).not.toContain('Last decision');
    expect(root.textContent).not.toContain('receipt');
    history.push({ at, statuses: { analytics: 'denied', mail: 'denied' }, download });
    manager.deny();
    expect(root.textContent).toContain('Last decision: Nov 21, 2026');
    press('Download receipt');
    expect(download).toHaveBeenCalledOnce();
  });

  it('offers no receipt where there are none', () => {
    const { preferences, root, manager } = mount();
    manager.deny();
    preferences.open();
    expect(root.textContent).toContain('Last decision');
    expect(root.textContent).not.toContain('receipt');
  });

  it('keeps what was turned when another tab decides meanwhile', () => {
    const cookies = createMemoryJar();
    const { preferences, turn, isOn, manager } = mount({ manager: createDemoManager({ cookies }) });
    preferences.open();
    turn('Useful mail');
    createDemoManager({ cookies }).decide({ analytics: 'grant', mail: 'deny' });
    manager.refresh();
    expect([isOn('Measuring visits'), isOn('Useful mail')]).toEqual([true, true]);
  });

  it('says that a decision holds on this page only when the browser does not keep it', () => {
    const onRefused = { read: () => [], write: () => {} };
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { preferences, press, status } = mount({ manager: createDemoManager({ cookies: onRefused }) });
    preferences.open();
    press('Deny all');
    vi.restoreAllMocks();
    expect(status()).toMatch('this page only');
  });

  it('moves focus to the heading, and back to the opener afterwards', async () => {
    const opener = document.body.appendChild(document.createElement('button'));
    const { preferences, root, dialog } = mount();
    preferences.open(opener);
    expect(root.activeElement).toBe(root.querySelector('h2'));
    preferences.close();
    expect(dialog.open).toBe(false);
    await vi.waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('marks its element as open, which locks the page, only while it is', async () => {
    const { preferences } = mount();
    preferences.open();
    expect(preferences.element.hasAttribute('open')).toBe(true);
    preferences.close();
    await vi.waitFor(() => expect(preferences.element.hasAttribute('open')).toBe(false));
  });

  it('opens again after the page has removed it', () => {
    const { preferences, dialog } = mount();
    preferences.open();
    preferences.element.remove();
    preferences.open();
    expect(preferences.element.isConnected).toBe(true);
    expect(dialog.open).toBe(true);
  });

  it('uses no style attribute and no style element', () => {
    const { preferences, root } = mount();
    preferences.open();
    expect(root.querySelectorAll('[style], style')).toHaveLength(0);
  });
});
