import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Leftover, matchesName, removeStorage, type StorageItem } from './storage.js';

const { happyDOM } = globalThis as unknown as { happyDOM: { setURL(url: string): void } };
const cookies = () => document.cookie.split('; ').filter(Boolean).sort();

beforeEach(() => happyDOM.setURL('https://www.example.com/shop/'));
afterEach(() => {
  removeStorage(window, [
    { kind: 'cookie', name: '*' },
    { kind: 'localStorage', name: '*' },
    { kind: 'sessionStorage', name: '*' },
  ]);
});

describe('matchesName', () => {
  it('takes a name for itself alone', () => {
    expect(matchesName('_ga', '_ga')).toBe(true);
    expect(matchesName('_ga', '_gat')).toBe(false);
    expect(matchesName('_ga', '_GA')).toBe(false);
  });

  it('takes a prefix with * for everything that begins so', () => {
    expect(matchesName('_ga_*', '_ga_ABC')).toBe(true);
    expect(matchesName('_ga_*', '_ga_')).toBe(true);
    expect(matchesName('_ga_*', '_ga')).toBe(false);
    expect(matchesName('*', 'anything')).toBe(true);
  });

  it('takes no other sign for a pattern', () => {
    expect(matchesName('a.c', 'abc')).toBe(false);
    expect(matchesName('a*c', 'abc')).toBe(false);
    expect(matchesName('(_ga)*', '_ga')).toBe(false);
  });
});

describe('removeStorage', () => {
  it('deletes the cookies that are named or begin as a pattern, in every scope, and keeps the others', () => {
    document.cookie = '_ga=1; path=/';
    document.cookie = '_ga=2; path=/; domain=example.com';
    document.cookie = '_ga_A=3; path=/shop';
    document.cookie = '_gaudi=4; path=/';
    document.cookie = 'basket=_ga; path=/';
    removeStorage(window, [
      { kind: 'cookie', name: '_ga' },
      { kind: 'cookie', name: '_ga_*' },
    ]);
    expect(cookies()).toEqual(['_gaudi=4', 'basket=_ga']);
  });

  it('deletes a cookie without a value, and one with = in it', () => {
    document.cookie = '_a=; path=/';
    document.cookie = '_b=x=y; path=/';
    document.cookie = 'basket=a=_b; path=/';
    removeStorage(window, [
      { kind: 'cookie', name: '_a' },
      { kind: 'cookie', name: '_b' },
    ]);
    expect(cookies()).toEqual(['basket=a=_b']);
  });

  it('reports a cookie that stays, and none that went', () => {
    document.cookie = '_ga=1; path=/';
    const stays = new Proxy(document, {
      get: (target, key) => (key === 'cookie' ? `_stays=1; ${target.cookie}` : Reflect.get(target, key)),
      set: (target, key, value) => Reflect.set(target, key, value),
    });
    const view = new Proxy(window, {
      get: (target, key) => (key === 'document' ? stays : Reflect.get(target, key)),
    });
    const left: Leftover[] = [];
    removeStorage(view, [{ kind: 'cookie', name: '_*' }], (leftover) => left.push(leftover));
    expect(left).toEqual([{ kind: 'cookie', name: '_stays', why: 'scope' }]);
    expect(cookies()).toEqual([]);
  });

  it('deletes from web storage what is named, each kind for itself', () => {
    for (const kind of ['localStorage', 'sessionStorage'] as const) {
      for (const key of ['track-1', 'track', 'theme']) window[kind].setItem(key, '1');
    }
    removeStorage(window, [
      { kind: 'localStorage', name: 'track*' },
      { kind: 'sessionStorage', name: 'track' },
    ]);
    expect(Object.keys(localStorage)).toEqual(['theme']);
    expect(Object.keys(sessionStorage).sort()).toEqual(['theme', 'track-1']);
  });

  it('deletes nothing when nothing is declared', () => {
    document.cookie = '_ga=1; path=/';
    localStorage.setItem('track', '1');
    removeStorage(window, []);
    expect(cookies()).toEqual(['_ga=1']);
    expect(localStorage.length).toBe(1);
  });

  describe('of databases', () => {
    /** A browser's databases; `lists` is false for one that cannot say which there are. */
    function withDatabases(names: string[], lists = true) {
      const deleted: string[] = [];
      const requests: Record<string, { onblocked?(): void }> = {};
      const indexedDB = {
        deleteDatabase: (name: string) => {
          deleted.push(name);
          requests[name] = {};
          return requests[name];
        },
        ...(lists ? { databases: async () => names.map((name) => ({ name })) } : {}),
      };
      const view = new Proxy(window, {
        get: (target, key) => (key === 'indexedDB' ? indexedDB : Reflect.get(target, key)),
      });
      return { deleted, requests, view };
    }

    it('deletes those that are named and those behind a prefix', async () => {
      const { deleted, view } = withDatabases(['hits', 'queue-1', 'notes']);
      removeStorage(view, [
        { kind: 'indexedDB', name: 'hits' },
        { kind: 'indexedDB', name: 'queue-*' },
      ]);
      await vi.waitFor(() => expect(deleted).toContain('queue-1'));
      expect(deleted).toContain('hits');
      expect(deleted).not.toContain('notes');
    });

    it('deletes those that are named where the browser cannot list them', async () => {
      const { deleted, view } = withDatabases(['hits', 'notes'], false);
      removeStorage(view, [{ kind: 'indexedDB', name: 'hits' }]);
      await Promise.resolve();
      expect(deleted).toEqual(['hits']);
    });

    it('reports what a page has open, and nothing that was deleted', () => {
      const { requests, view } = withDatabases(['hits', 'queue', 'notes']);
      const left: Leftover[] = [];
      removeStorage(
        view,
        ['hits', 'done'].map((name) => ({ kind: 'indexedDB', name })),
        (leftover) => left.push(leftover),
      );
      expect(left).toEqual([]);
      requests.hits?.onblocked?.();
      expect(left).toEqual([{ kind: 'indexedDB', name: 'hits', why: 'open' }]);
    });

    it('looks at none where none is declared', async () => {
      const { deleted, view } = withDatabases(['hits', '_ga']);
      removeStorage(view, [{ kind: 'cookie', name: '_ga' }]);
      await new Promise((resolve) => setTimeout(resolve));
      expect(deleted).toEqual([]);
    });
  });

  it.each(['localStorage', 'sessionStorage', 'indexedDB', 'cookie'] as const)(
    'goes on with the rest where the browser refuses %s',
    (refused) => {
      document.cookie = '_ga=1; path=/';
      localStorage.setItem('track', '1');
      sessionStorage.setItem('track', '1');
      const refuse = () => {
        throw new DOMException('refused', 'SecurityError');
      };
      const jar = new Proxy(document, {
        get: (target, key) => (key === 'cookie' ? refuse() : Reflect.get(target, key)),
      });
      const view = new Proxy(window, {
        get: (target, key) =>
          key === refused
            ? refuse()
            : key === 'document' && refused === 'cookie'
              ? jar
              : Reflect.get(target, key),
      });
      const items: StorageItem[] = (['cookie', 'localStorage', 'sessionStorage', 'indexedDB'] as const).map(
        (kind) => ({ kind, name: kind === 'cookie' ? '_ga' : 'track' }),
      );
      expect(() => removeStorage(view, items)).not.toThrow();
      expect(cookies()).toEqual(refused === 'cookie' ? ['_ga=1'] : []);
      expect(localStorage.length).toBe(refused === 'localStorage' ? 1 : 0);
      expect(sessionStorage.length).toBe(refused === 'sessionStorage' ? 1 : 0);
    },
  );
});
