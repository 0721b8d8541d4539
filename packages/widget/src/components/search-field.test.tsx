import { afterEach, describe, expect, it } from 'vitest';
import { mountPreferences, type Preferences } from '../preferences.js';
import { preferencesStyle } from '../style/index.js';
import { createDemoManager, preferencesContent } from '../test-support/demo-site.js';

let mounted: Preferences | undefined;

/** A dialog with so many vendors for mails, beside Google Analytics for measuring. */
function open(mailVendors: number) {
  const [google] = preferencesContent.vendors;
  const vendors = Array.from({ length: mailVendors }, (_, i) => ({
    ...(google as NonNullable<typeof google>),
    id: `mail-${i}`,
    name: `Mail ${i}`,
    provider: `Post ${i} SARL`,
    purposes: ['mail'],
  }));
  mounted = mountPreferences({
    manager: createDemoManager({ vendors: vendors.map(({ id }) => id) }),
    document,
    content: { ...preferencesContent, vendors: [...(google ? [google] : []), ...vendors] },
    style: preferencesStyle(),
  });
  mounted.open();
  const root = mounted.element.shadowRoot as ShadowRoot;
  const field = () => root.querySelector<HTMLInputElement>('[type=search]');
  return {
    field,
    purposes: () => [...root.querySelectorAll('h3')].map(({ textContent }) => textContent),
    vendors: () => [...root.querySelectorAll('li strong')].map(({ textContent }) => textContent),
    said: () => field()?.parentElement?.querySelector('[role=status]')?.textContent,
    search(text: string) {
      const input = field() as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}
afterEach(() => mounted?.destroy());

describe('the search for companies', () => {
  it('is there among nine, and not among eight', () => {
    expect(open(7).field()).toBeNull();
    mounted?.destroy();
    expect(open(8).field()?.getAttribute('aria-label')).toBe('Search companies');
  });

  it('leaves those that are called so, or whose provider is, with their purposes', () => {
    const { search, vendors, purposes } = open(8);
    expect(vendors()).toHaveLength(9);
    search('google');
    expect(vendors()).toEqual(['Google Analytics']);
    expect(purposes()).toEqual(['Measuring visits']);
    search('POST 3');
    expect(vendors()).toEqual(['Mail 3']);
    expect(purposes()).toEqual(['Useful mail']);
  });

  it('says so when no company is called that, and shows all of them when nothing is searched for', () => {
    const { search, said, vendors, purposes } = open(8);
    expect(said()).toBe('');
    search('nobody');
    expect(said()).toBe('No company is called that.');
    expect(vendors()).toEqual([]);
    search('');
    expect(said()).toBe('');
    expect(vendors()).toHaveLength(9);
    expect(purposes()).toHaveLength(3);
  });

  it('is forgotten when the dialog is opened again', () => {
    const { search, vendors, field } = open(8);
    search('google');
    expect(vendors()).toHaveLength(1);
    mounted?.close();
    mounted?.open();
    expect(field()?.value).toBe('');
    expect(vendors()).toHaveLength(9);
  });
});
