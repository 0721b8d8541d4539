import { cookieDomains } from '@consentry/core';

/** Something a vendor stores in the visitor's browser for this site. */
export interface StorageItem {
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB';
  /** Exact name, or a prefix followed by `*`: `"_ga_*"`. */
  readonly name: string;
}

/** Whether `name` is what a storage declaration means. */
export function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/**
 * Deletes what the declarations name: cookies of this host and of every parent domain on every path
 * above this page, web storage, databases. HttpOnly cookies and those of other sites are out of a
 * page's reach. Storage the browser refuses to open is taken as empty.
 */
export function removeStorage(window: Window, items: readonly StorageItem[]): void {
  const attempt = (run: () => void) => {
    try {
      run();
    } catch {
      // Refused storage holds nothing of anybody's.
    }
  };
  const named = (kind: StorageItem['kind'], name: string) =>
    items.some((item) => item.kind === kind && matchesName(item.name, name));
  const declares = (kind: StorageItem['kind']) => items.some((item) => item.kind === kind);

  attempt(() => {
    const { document, location } = window;
    for (const pair of document.cookie.split('; ')) {
      const name = pair.split('=')[0] as string;
      if (name && named('cookie', name)) expireCookie(document, name, location);
    }
  });
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    if (declares(kind)) {
      attempt(() => {
        for (const key of Object.keys(window[kind])) if (named(kind, key)) window[kind].removeItem(key);
      });
    }
  }
  if (declares('indexedDB')) {
    attempt(() => {
      const drop = (name: string) => window.indexedDB.deleteDatabase(name);
      for (const { kind, name } of items) if (kind === 'indexedDB' && !name.endsWith('*')) drop(name);
      // Only listing finds names behind a prefix; Firefox lists since 126.
      window.indexedDB.databases?.().then(
        (databases) => {
          for (const { name } of databases) if (name && named('indexedDB', name)) drop(name);
        },
        () => {}, // refused, as above
      );
    });
  }
}

/** A cookie goes only when path and domain are repeated as they were set, so every scope in reach is tried. */
function expireCookie(document: Document, name: string, { hostname, pathname }: Location): void {
  const paths = ['/'];
  for (let i = 1; i < pathname.length; i++) {
    if (pathname[i] === '/') paths.push(pathname.slice(0, i), pathname.slice(0, i + 1));
  }
  paths.push(pathname);
  for (const path of paths) {
    for (const domain of ['', ...cookieDomains(hostname)]) {
      for (const flags of ['', '; Secure; Partitioned']) {
        document.cookie = `${name}=; Max-Age=-1; Path=${path}${domain && `; Domain=${domain}`}${flags}`;
      }
    }
  }
}
