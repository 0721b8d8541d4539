import { expireCookie } from './expire-cookie.js';

/** Something a vendor stores in the visitor's browser for this site. */
export interface StorageItem {
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage';
  /** Exact name, or a prefix followed by `*`: `"_ga_*"`. */
  readonly name: string;
}

/** Whether `name` is what a storage declaration means. */
export function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Something that was to be deleted and is still there. */
export interface Leftover extends StorageItem {
  /**
   * - `scope`: a cookie that stays though every path and domain was tried that this page can name
   * - `open`: a database that a page has open; the browser deletes it when that page closes it
   */
  readonly why: 'scope' | 'open';
}

/**
 * Deletes what the declarations name: cookies of this host and of every parent domain on every path
 * above this page, web storage, databases. What stays although it was tried goes to `onLeftover`, a database
 * perhaps twice. HttpOnly cookies and those of other sites are neither seen nor reached by a page. Storage the
 * browser refuses to open is taken as empty.
 */
export function removeStorage(
  window: Window,
  items: readonly StorageItem[],
  onLeftover?: (leftover: Leftover) => void,
): void {
  const { document, location } = window;
  const tell = (kind: StorageItem['kind'], name: string, why: Leftover['why']) =>
    onLeftover?.({ kind, name, why });
  const remove = (
    kind: StorageItem['kind'],
    list: () => readonly (string | undefined)[],
    removeOne: (name: string) => unknown,
  ) => {
    const patterns = items.filter((item) => item.kind === kind);
    try {
      for (const name of patterns[0] ? list() : []) {
        if (name && patterns.some((item) => matchesName(item.name, name))) removeOne(name);
      }
    } catch {
      // Refused storage holds nothing of anybody's.
    }
  };
  const removeCookies = (removeOne: (name: string) => unknown) =>
    remove('cookie', () => document.cookie.split(/=.*?(?:; |$)|; /), removeOne);
  removeCookies((name) => expireCookie(document, location, name));
  removeCookies((name) => tell('cookie', name, 'scope'));
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    remove(
      kind,
      () => Object.keys(window[kind]),
      (name) => window[kind].removeItem(name),
    );
  }
  const removeDatabases = (list: () => readonly (string | undefined)[]) =>
    remove('indexedDB', list, (name) => {
      window.indexedDB.deleteDatabase(name).onblocked = () => tell('indexedDB', name, 'open');
    });
  // By name, and again by what is there: only listing finds names behind a prefix (Firefox lists since 126).
  removeDatabases(() => items.map(({ name }) => name));
  removeDatabases(() => {
    window.indexedDB.databases?.().then((found) => removeDatabases(() => found.map(({ name }) => name)));
    return [];
  });
  const removeCaches = (list: () => readonly string[]) =>
    remove('cacheStorage', list, (name) => window.caches.delete(name));
  removeCaches(() => {
    window.caches.keys().then((found) => removeCaches(() => found));
    return [];
  });
}
