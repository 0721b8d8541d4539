// @vitest-environment happy-dom

import { connectAdapters } from '@consentry/adapters/connect';
import type { Adapter, AdapterFactory } from '@consentry/adapters/define-adapter';
import type { VendorDescription } from '@consentry/adapters/describe-vendor';
import { GOOGLE_ADAPTERS, googleConsent } from '@consentry/adapters/google-consent';
import { createConsentManager } from '@consentry/core';
import { createGate, matchesName, removeStorage } from '@consentry/gate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../support/memory-platform.js';
import { settle } from '../support/page-with-adapters.js';

type Module = Record<string, unknown> & { description: VendorDescription };

const files = import.meta.glob<Module>([
  '../../packages/adapters/src/vendors/*.ts',
  '!../../packages/adapters/src/vendors/*.test.ts',
]);
const slugs = Object.keys(files).map((file) => file.replace(/^.*\/|\.ts$/g, ''));
const load = (slug: string) =>
  (files[`../../packages/adapters/src/vendors/${slug}.ts`] as () => Promise<Module>)();
const factoryOf = (module: Module) =>
  Object.entries(module).find(([name]) => name !== 'description')?.[1] as AdapterFactory<unknown>;

/** What a build would call the factory with. */
const optionsOf = ({ description: { example, tellsGoogle } }: Module) =>
  tellsGoogle ? { ...example, consent: googleConsent() } : example;

const page = globalThis as unknown as Record<string, unknown> & {
  happyDOM: { setURL(url: string): void; settings: Record<string, boolean> };
};
/** Every URL the page asked for, by whatever element. */
let requested: string[];
/** What is on the window before a test: vendors leave their lists and flags there. */
const names = new Set(Object.keys(globalThis));
let observer: MutationObserver;

beforeEach(() => {
  page.happyDOM.setURL('https://shop.example.com/');
  Object.assign(page.happyDOM.settings, {
    disableIframePageLoading: true,
    handleDisabledFileLoadingAsSuccess: true,
  });
  requested = [];
  const note = (nodes: Iterable<Node>) => {
    for (const node of nodes) {
      if (node instanceof Element && node.getAttribute('src'))
        requested.push(node.getAttribute('src') as string);
    }
  };
  observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations) note(addedNodes);
  });
  observer.observe(document, { childList: true, subtree: true });
  const { createElement } = document;
  vi.spyOn(document, 'createElement').mockImplementation(((name: string) => {
    const element = createElement.call(document, name);
    if (name === 'img') {
      Object.defineProperty(element, 'src', { set: (url: string) => requested.push(url) });
    }
    return element;
  }) as typeof document.createElement);
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    requested.push(String(input));
    return Promise.reject(new Error('no network in this test'));
  });
});

/** Names the page had before a vendor came. */
const ownNames = new Set(Object.keys(globalThis));

afterEach(() => {
  observer.disconnect();
  for (const name of Object.keys(globalThis)) {
    if (!ownNames.has(name)) delete (globalThis as unknown as Record<string, unknown>)[name];
  }
  vi.restoreAllMocks();
  localStorage.clear();
  document.cookie = 'basket=; path=/; max-age=-1';
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const name of Object.keys(globalThis)) if (!names.has(name)) Reflect.deleteProperty(globalThis, name);
});

/** A site with one vendor, through the same wiring that the boot uses. */
async function siteWith(slug: string) {
  const module = await load(slug);
  const adapter: Adapter = factoryOf(module)(optionsOf(module));
  const browser = new MemoryBrowser();
  const manager = createConsentManager(
    { purposes: [{ id: 'asked' }], vendors: [{ id: adapter.vendor, purposes: ['asked'] }] },
    browser.tab(),
  );
  const gate = createGate(manager);
  const reload = vi.fn();
  const errors: unknown[] = [];
  const stop = connectAdapters(manager, gate, [adapter], {
    removeStorage: (items) => removeStorage(window, items),
    onReloadNeeded: reload,
    onError: (error) => errors.push(error),
  });
  return { adapter, manager, reload, errors, description: module.description, stop };
}

describe.each(slugs)('the adapter %s', (slug) => {
  it('has one factory, named like its file, and a description', async () => {
    const module = await load(slug);
    const names = Object.keys(module).filter((name) => name !== 'description');
    expect(names).toEqual([slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())]);
    expect(factoryOf(module)(optionsOf(module)).vendor).toBe(slug);
  });

  it('touches nothing of the page when it is imported or set up', async () => {
    const before = Object.keys(globalThis).sort();
    const module = await load(slug);
    factoryOf(module)(optionsOf(module));
    expect(Object.keys(globalThis).sort()).toEqual(before);
  });

  it('names every function that a page may call of it, so that the boot has it from the start', async () => {
    const { description, stop } = await siteWith(slug);
    const { name, call } = description.queue ?? {};
    const made = Object.keys(globalThis).filter(
      (key) =>
        !names.has(key) &&
        // The vendor's own business: where it looks for its names.
        !/^_|^GlobalSnowplowNamespace$/.test(key) &&
        (typeof page[key] === 'function' || (Array.isArray(page[key]) && key !== call)),
    );
    expect(made.filter((key) => key !== name && key !== call)).toEqual([]);
    stop();
  });

  it('loads and stores nothing before a grant, nor after a denial', async () => {
    const { manager, errors, stop } = await siteWith(slug);
    await settle();
    manager.deny();
    await settle();
    expect(requested).toEqual([]);
    expect(document.cookie).toBe('');
    expect(localStorage.length + sessionStorage.length).toBe(0);
    expect(errors).toEqual([]);
    stop();
  });

  it('loads after a grant, from a URL of its options or hosts, and once however often it is granted', async () => {
    const { manager, description, errors, stop } = await siteWith(slug);
    manager.grant();
    await settle();
    const first = [...requested];
    expect(first.length).toBeGreaterThan(0);
    const known = [
      ...description.hosts,
      ...Object.values(description.example).map((value) => hostOf(String(value))),
    ];
    for (const url of first) {
      expect(
        known.some((host) => host && belongs(url, host)),
        url,
      ).toBe(true);
    }
    manager.grant();
    await settle();
    expect(requested).toEqual(first);
    expect(errors).toEqual([]);
    stop();
  });

  it('leaves nothing it declares behind after a withdrawal, on this host or a parent domain', async () => {
    const { adapter, manager, stop } = await siteWith(slug);
    manager.grant();
    for (const { kind, name } of adapter.storage) {
      const key = name.replace('*', 'x1');
      if (kind === 'cookie') {
        document.cookie = `${key}=host; path=/`;
        document.cookie = `${key}=parent; path=/; domain=example.com`;
      } else if (kind === 'localStorage' || kind === 'sessionStorage') globalThis[kind].setItem(key, '1');
    }
    document.cookie = 'basket=3; path=/';
    localStorage.setItem('theme', 'dark');
    manager.deny();
    expect(document.cookie).toBe('basket=3');
    expect(Object.keys(localStorage)).toEqual(['theme']);
    expect(sessionStorage.length).toBe(0);
    stop();
  });

  it('deletes everything that visitors are told it stores, and tells it in English and Japanese', async () => {
    const { adapter, description, stop } = await siteWith(slug);
    if (slug !== 'tag') {
      // What is of another site no page can delete.
      for (const { name } of description.storage.filter(({ domain }) => !domain)) {
        expect(
          adapter.storage.some((item) => matchesName(item.name, name) || item.name === name),
          name,
        ).toBe(true);
      }
      for (const text of [
        description.name,
        description.provider,
        description.information,
        description.usedFor,
      ]) {
        expect(Object.keys(text).sort()).toEqual(['en', 'ja']);
      }
    }
    stop();
  });

  it('does after a withdrawal what visitors are told of it', async () => {
    const { description, manager, reload, stop } = await siteWith(slug);
    manager.grant();
    await settle();
    const placed = document.querySelectorAll('iframe').length;
    manager.deny();
    await settle();
    const kind = description.withdrawal?.kind;
    if (kind) expect(reload).toHaveBeenCalledTimes(kind === 'reload' ? 1 : 0);
    // A frame is either not there at all or gone.
    expect([placed, document.querySelectorAll('iframe').length]).toEqual([
      kind === 'removed' ? 1 : placed,
      0,
    ]);
    stop();
  });
});

it('tells Google about consent in exactly those adapters that are known to', async () => {
  const telling = await Promise.all(
    slugs.map(async (slug) => (await load(slug)).description.tellsGoogle && slug),
  );
  expect(telling.filter(Boolean)).toEqual(Object.keys(GOOGLE_ADAPTERS));
});

it('covers every file of the folder', () => {
  expect(slugs.length).toBeGreaterThanOrEqual(64);
});

function hostOf(value: string): string {
  try {
    return new URL(value).hostname;
  } catch {
    return '';
  }
}

/** Whether an address is of a host or of one below it, and under the path that the rule may name. */
function belongs(url: string, rule: string): boolean {
  const { hostname, pathname } = new URL(url);
  const [, host = '', path = ''] = /^([^/]*)(.*)/.exec(rule) ?? [];
  return `.${hostname}`.endsWith(`.${host}`) && pathname.startsWith(path);
}
