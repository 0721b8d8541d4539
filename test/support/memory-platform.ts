import type { ConsentPlatform, CookieJar, TabChannel } from '@consentry/core';

/** Where a fake clock stands at first: 2026-11-21T07:00:00Z. */
export const NOON_MS = Date.UTC(2026, 10, 21, 7);
export const DAY_MS = 86_400_000;

/** One browser for tests: cookies that several tabs share, a clock to turn, and ids that count. */
export class MemoryBrowser {
  nowMs = NOON_MS;
  values: string[] = [];
  /** Makes every access to cookies throw, as in an opaque origin. */
  refusesCookies = false;
  /** Accepts writes and keeps nothing, as with cookies switched off. */
  forgets = false;
  gpc: boolean | undefined;
  readonly errors: { code?: string }[] = [];
  readonly #listeners = new Set<(text: string) => void>();
  #counter = 0;

  /** The platform of one tab of this browser. */
  tab(): ConsentPlatform {
    const cookies: CookieJar = {
      read: () => {
        if (this.refusesCookies) throw new Error('SecurityError');
        return [...this.values];
      },
      write: (value) => {
        if (this.refusesCookies) throw new Error('SecurityError');
        if (!this.forgets) this.values = [value];
      },
    };
    let own: ((text: string) => void) | undefined;
    const tabs: TabChannel = {
      announce: (text) => {
        for (const listener of this.#listeners) if (listener !== own) listener(text);
      },
      listen: (listener) => {
        own = listener;
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    return {
      now: () => this.nowMs,
      random: (bytes) => bytes.fill(++this.#counter),
      cookies,
      tabs,
      navigator: { globalPrivacyControl: this.gpc },
      onError: (error) => this.errors.push(error as { code?: string }),
    };
  }
}
