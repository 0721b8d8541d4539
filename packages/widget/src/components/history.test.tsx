import { afterEach, describe, expect, it, vi } from 'vitest';
import { mountPreferences, type Preferences } from '../preferences.js';
import type { PastDecision } from '../preferences-host.js';
import { preferencesStyle } from '../style/index.js';
import { createDemoManager, preferencesContent } from '../test-support/demo-site.js';
import { momentText } from './history.js';

let mounted: Preferences | undefined;
function open(history?: () => readonly PastDecision[]) {
  mounted = mountPreferences({
    manager: createDemoManager(),
    document,
    content: preferencesContent,
    style: preferencesStyle(),
    ...(history ? { history } : {}),
  });
  mounted.open();
  const root = mounted.element.shadowRoot as ShadowRoot;
  return {
    details: root.querySelector('details'),
    lines: () =>
      [...root.querySelectorAll('details li')].map((item) =>
        [...item.querySelectorAll('p')].map(({ textContent }) => textContent),
      ),
    dates: () => [...root.querySelectorAll('details h4')].map(({ textContent }) => textContent),
    buttons: [...root.querySelectorAll<HTMLButtonElement>('details button')],
  };
}
afterEach(() => mounted?.destroy());

const NOON = new Date(2026, 10, 21, 12, 5).getTime();
const MORNING = new Date(2026, 10, 20, 9, 30).getTime();

describe("the visitor's own history", () => {
  it('is not there while nothing was decided, or where nobody keeps it', () => {
    expect(open().details).toBeNull();
    mounted?.destroy();
    expect(open(() => []).details).toBeNull();
  });

  it('says of each decision when it was, what was allowed and what was not, the latest first', () => {
    const { lines, dates, details } = open(() => [
      { at: NOON, statuses: { analytics: 'granted', mail: 'withdrawn' }, download: vi.fn() },
      { at: MORNING, statuses: { analytics: 'denied', mail: 'granted' }, download: vi.fn() },
    ]);
    expect(details?.open).toBe(false);
    expect(details?.querySelector('summary')?.textContent).toBe('Your decisions so far');
    expect(dates()).toEqual(['Nov 21, 2026, 12:05', 'Nov 20, 2026, 09:30']);
    expect(lines()).toEqual([
      ['Allowed: Measuring visits', 'Not allowed: Useful mail'],
      ['Allowed: Useful mail', 'Not allowed: Measuring visits'],
    ]);
  });

  it('has no line for what nothing belongs to, and none for a purpose that is no more', () => {
    const { lines } = open(() => [
      { at: NOON, statuses: { analytics: 'denied', mail: 'denied', gone: 'granted' }, download: vi.fn() },
    ]);
    expect(lines()).toEqual([['Not allowed: Measuring visits, Useful mail']]);
  });

  it('gives the receipt of the decision beside which the button stands, and is named by its date', () => {
    const downloads = [vi.fn(), vi.fn()] as const;
    const { buttons } = open(() => [
      { at: NOON, statuses: { mail: 'denied' }, download: downloads[0] },
      { at: MORNING, statuses: { mail: 'granted' }, download: downloads[1] },
    ]);
    expect(
      buttons.map(({ ariaLabel, attributes }) => ariaLabel ?? attributes.getNamedItem('aria-label')?.value),
    ).toEqual(['Download receipt: Nov 21, 2026, 12:05', 'Download receipt: Nov 20, 2026, 09:30']);
    buttons[1]?.click();
    expect(downloads[0]).not.toHaveBeenCalled();
    expect(downloads[1]).toHaveBeenCalledOnce();
  });

  it('writes a moment as the language does', () => {
    expect(momentText(NOON, 'ja')).toBe('2026年11月21日 12:05');
    expect(momentText(new Date(2026, 10, 21, 0, 5).getTime(), 'en')).toBe('Nov 21, 2026, 00:05');
  });
});
