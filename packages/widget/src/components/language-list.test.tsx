import { afterEach, describe, expect, it, vi } from 'vitest';
import * as ja from '../i18n/ja.js';
import { mountPreferences, type Preferences } from '../preferences.js';
import type { PreferencesHost } from '../preferences-host.js';
import { preferencesStyle } from '../style/index.js';
import { createDemoManager, preferencesContent } from '../test-support/demo-site.js';

const japanese = { ...preferencesContent, language: 'ja', texts: ja.preferences };
let mounted: Preferences | undefined;

function open(options: Partial<PreferencesHost> = {}) {
  const manager = createDemoManager();
  const preferences = mountPreferences({
    manager,
    document,
    content: preferencesContent,
    style: preferencesStyle(),
    ...options,
  });
  mounted = preferences;
  preferences.open();
  const root = preferences.element.shadowRoot as ShadowRoot;
  const select = () => root.querySelector('select');
  return {
    manager,
    preferences,
    select,
    title: () => root.querySelector('h2')?.textContent,
    isOn: (id: string) => root.querySelector<HTMLInputElement>(`input[aria-labelledby="${id}"]`)?.checked,
    turn: (id: string) => root.querySelector<HTMLInputElement>(`input[aria-labelledby="${id}"]`)?.click(),
    press: (name: string) => root.querySelector<HTMLButtonElement>(`button[name=${name}]`)?.click(),
    speak(language: string) {
      const list = select() as HTMLSelectElement;
      list.value = language;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
}
afterEach(() => mounted?.destroy());

describe('the list of languages', () => {
  it('is not there where there is nothing to choose from', () => {
    expect(open().select()).toBeNull();
    mounted?.destroy();
    expect(open({ languages: { available: ['en'], load: vi.fn() } }).select()).toBeNull();
  });

  it('names each language as those who speak it do, and marks it as written in it', () => {
    const { select } = open({ languages: { available: ['en', 'ja', 'ar'], load: vi.fn() } });
    expect(select()?.getAttribute('aria-label')).toBe('Language');
    const options = [...(select()?.options ?? [])];
    expect(options.map(({ textContent, lang }) => [textContent, lang])).toEqual([
      ['English', 'en'],
      ['日本語', 'ja'],
      ['العربية', 'ar'],
    ]);
    expect(select()?.value).toBe('en');
  });

  it('changes the language of everything, keeps what was turned, and says in records which was spoken', async () => {
    const load = vi.fn(async () => japanese);
    const { speak, title, preferences, turn, isOn, press, manager } = open({
      languages: { available: ['en', 'ja'], load },
    });
    const decided = vi.fn();
    manager.onDecision(decided);
    turn('analytics');
    speak('ja');
    await vi.waitFor(() => expect(title()).toBe(ja.preferences.title));
    expect(load).toHaveBeenCalledWith('ja');
    expect(preferences.element.lang).toBe('ja');
    expect(isOn('analytics')).toBe(true);
    expect(decided).not.toHaveBeenCalled();
    press('save');
    expect(decided).toHaveBeenCalledWith(expect.objectContaining({ language: 'ja' }));
  });

  it('stays with the language it has when another does not arrive, and reports that', async () => {
    const onError = vi.fn();
    const failure = new Error('offline');
    const { speak, title, preferences, select } = open({
      languages: { available: ['en', 'ja'], load: () => Promise.reject(failure) },
      onError,
    });
    speak('ja');
    await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(failure));
    expect(title()).toBe('Your data, your call');
    expect(preferences.element.lang).toBe('en');
    expect(select()?.value).toBe('en');
  });
});
