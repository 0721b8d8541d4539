import type { ConsentState } from '@consentry/core';
import { matchesName, type StorageItem } from '../storage.js';
import type { GuardedVendor } from './ownership.js';
import type { Natives, Patch } from './patch.js';
import type { Realm } from './realm.js';

/** Whether something must not be stored under this name. */
export type Refuses = (kind: StorageItem['kind'], name: unknown) => boolean;

/** Whom a guard may ask. */
export interface GuardContext {
  ownerOf(address: unknown): string | undefined;
  readonly vendors: readonly GuardedVendor[];
  readonly whenAllowed: ConsentState['whenAllowed'];
}

type AreaKind = 'localStorage' | 'sessionStorage';

/** Guards one further thing in one realm; a build has those that its vendors need. */
export type StoreGuard = (
  realm: Realm,
  refuses: Refuses,
  patch: Patch,
  natives: Natives,
  context: GuardContext,
) => void;

/** Refuses the names that vendors declare, unless one of those who use a name is allowed. */
export function createRefuses(
  vendors: readonly GuardedVendor[],
  isAllowed: (id: string) => boolean,
): Refuses {
  return (kind, name) => {
    const owners = vendors.filter(({ storage }) =>
      storage?.some((item) => item.kind === kind && matchesName(item.name, `${name}`)),
    );
    return !!owners[0] && !owners.some(({ id }) => isAllowed(id));
  };
}

/** Cookies. Deletions as we write them pass; they do nobody harm. */
export const guardCookies: StoreGuard = ({ Document, CookieStore }, refuses, patch) => {
  patch(
    Document.prototype,
    'cookie',
    ([text]) => refuses('cookie', /[^=;]*/.exec(`${text}`)?.[0].trim()) && !/=; Max-Age=-1/.test(`${text}`),
  );
  patch(CookieStore?.prototype, 'set', ([cookie]) =>
    refuses('cookie', (cookie as { name?: string }).name ?? cookie) ? Promise.resolve() : undefined,
  );
};

/**
 * Local and session storage, by method and by property. Pages get a proxy of each area, because only that
 * notices `localStorage.name = value`; the methods find the area behind it.
 */
export const guardAreas: StoreGuard = (realm, refuses, patch, natives) => {
  const kinds = new WeakMap<object, AreaKind>();
  patch(
    realm.Storage.prototype,
    'setItem getItem removeItem clear key length',
    ([name], area, method) =>
      method === 'setItem' && refuses(kinds.get(area as object) ?? 'localStorage', name),
  );
  patch(realm, 'StorageEvent', (args) => {
    const init = args[1] as StorageEventInit | undefined;
    const storageArea = natives.get(init?.storageArea as never) as Storage | undefined;
    if (storageArea) args[1] = { ...init, storageArea };
  });
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    let proxy: Storage | undefined;
    patch(realm, kind, undefined, (result) => {
      const area = result as Storage;
      if (!proxy) {
        // However a property is set, it is defined in the end.
        proxy = new Proxy(area, {
          defineProperty: (_, name, slot) => refuses(kind, name) || Reflect.defineProperty(area, name, slot),
        });
        kinds.set(area, kind);
        natives.set(proxy, area);
      }
      return proxy;
    });
  }
};

/** A text within a script that may be a name. */
const QUOTED = /(["'`])([^"'`\\\n]+)\1/g;

/**
 * Databases and caches. A refusal looks as it does where a browser has them switched off. Workers have no guard: one that
 * is made of a text here does not start when the text says such a name.
 */
export const guardDatabases: StoreGuard = (realm, refuses, patch) => {
  const { IDBFactory, CacheStorage, URL } = realm;
  const refused = () => new DOMException('Withheld until the visitor allows it.', 'SecurityError');
  patch(IDBFactory?.prototype, 'open', ([name]) => {
    if (refuses('indexedDB', name)) throw refused();
  });
  patch(CacheStorage?.prototype, 'open', ([name]) =>
    refuses('cacheStorage', name) ? Promise.reject(refused()) : undefined,
  );
  const texts = new WeakMap<object, string>();
  const addresses = new Map<unknown, string>();
  patch(realm, 'Blob', undefined, (blob, [parts]) => {
    const text = [...(parts as Iterable<unknown>)].filter((part) => typeof part === 'string').join('');
    if (/indexedDB|caches/.test(text)) texts.set(blob as object, text);
  });
  patch(URL, 'createObjectURL', undefined, (address, [blob]) => {
    const text = texts.get(blob as object);
    if (text) addresses.set(address, text);
  });
  patch(realm, 'Worker SharedWorker', (args) => {
    for (const [, , name] of (addresses.get(`${args[0]}`) ?? '').matchAll(QUOTED))
      if (refuses('indexedDB', name) || refuses('cacheStorage', name)) args[0] = `blob:${realm.origin}/0`;
  });
};
