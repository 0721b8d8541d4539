import { createConsentManager } from '@consentry/core';
import { createGate, createScriptPolicy } from '@consentry/gate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../test/support/memory-platform.js';
import { clearPage, loadNothing, settle } from '../../../test/support/page-with-adapters.js';
import { cookiebot, inDialect, klaro, onetrust, tarteaucitron, vanillaCookieconsent } from './dialect.js';
import type { Peer } from './dialects/peer.js';

const SITE = {
  purposes: [{ id: 'analytics' }, { id: 'marketing' }],
  vendors: [{ id: 'film', purposes: ['marketing'] }],
};
const NAMES = {
  ...{ statistics: 'analytics', marketing: 'marketing', C0002: 'analytics', C0004: 'marketing' },
  ...{ own: 'analytics', youtube: 'film' },
};

beforeEach(() => {
  loadNothing();
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  clearPage('tarteaucitron');
});

function page(peer: Peer, html: string) {
  document.body.innerHTML = html;
  const manager = createConsentManager(SITE, new MemoryBrowser().tab());
  const categories = Object.entries(NAMES).map(([name, id]) => [name, [id]] as const);
  const guard = inDialect(peer, { categories }) as unknown as (state: unknown, host: object) => void;
  guard(manager, { id: 'shop', nonce: '', policy: createScriptPolicy(window) });
  createGate(manager);
  return manager;
}
/** What loads or runs in the page now. */
const going = () => [
  ...[...document.querySelectorAll('script')].filter(({ type }) => type !== 'text/plain').map(({ id }) => id),
  ...[...document.querySelectorAll('img[src],iframe[src]')].map(({ localName }) => localName),
];

const PAGES: readonly (readonly [string, Peer, string])[] = [
  [
    'Cookiebot',
    cookiebot,
    `<script id="a" type="text/plain" data-cookieconsent="statistics" src="/a.js"></script>
     <iframe data-cookieconsent="statistics,marketing" data-cookieblock-src="/f.html"></iframe>`,
  ],
  [
    'OneTrust',
    onetrust,
    `<script id="a" type="text/plain" class="optanon-category-C0002" src="/a.js"></script>
     <iframe class="x optanon-category-C0002-C0004" data-src="/f.html"></iframe>`,
  ],
  [
    'Klaro',
    klaro,
    `<script id="a" type="text/plain" data-name="statistics" data-src="/a.js"></script>
     <iframe data-name="marketing" data-src="/f.html"></iframe>`,
  ],
];

describe('a page in the dialect of', () => {
  it.each(PAGES)(
    '%s loads nothing before a yes, what was granted then, and empties what was withdrawn',
    (_, peer, html) => {
      const manager = page(peer, html);
      expect(going()).toEqual([]);
      manager.grant(['analytics']);
      expect(going()).toEqual(['a']);
      manager.grant(['marketing']);
      expect(going()).toEqual(['a', 'iframe']);
      manager.deny(['marketing']);
      expect(going()).toEqual(['a']);
    },
  );

  it('CookieConsent waits for category and service, and never runs what asks to be run after a no', () => {
    const manager = page(
      vanillaCookieconsent,
      `<script id="a" type="text/plain" data-category="statistics" data-service="youtube" src="/a.js"></script>
       <script id="b" type="text/plain" data-category="!statistics" src="/b.js"></script>`,
    );
    manager.grant(['analytics']);
    expect(going()).toEqual([]);
    manager.grant(['film']);
    expect(going()).toEqual(['a']);
    manager.deny();
    expect(going()).toEqual(['a']);
  });
});

describe('the calls of a page of tarteaucitron', () => {
  interface Tarteaucitron {
    readonly services: Record<string, object>;
    readonly job: { push(...names: string[]): number };
    init(options: object): void;
  }
  const called = () => (window as unknown as { tarteaucitron: Tarteaucitron }).tarteaucitron;
  /** A service that says when it runs. */
  const service = (name: string) => {
    const calls: string[] = [];
    called().services[name] = { js: () => calls.push('js'), fallback: () => calls.push('fallback') };
    return calls;
  };

  it('run a service of its own once it is allowed, and its fallback until then', () => {
    const manager = page(tarteaucitron, '');
    called().init({ privacyUrl: '/privacy' });
    const calls = service('own');
    manager.grant(['marketing']);
    expect(calls).toEqual([]);
    called().job.push('own');
    expect(calls).toEqual(['fallback']);
    manager.grant(['analytics']);
    manager.grant(['marketing']);
    expect(calls).toEqual(['fallback', 'js']);
  });

  it('end with a new page after a withdrawal, and do nothing for a name nobody knows', async () => {
    const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => {});
    vi.useFakeTimers();
    const manager = page(tarteaucitron, '');
    const calls = service('own');
    const strange = service('strange');
    called().job.push('own', 'strange', 'constructor');
    manager.grant();
    expect(calls).toEqual(['fallback', 'js']);
    expect(strange).toEqual(['fallback']);
    vi.runAllTimers();
    expect(reload).not.toHaveBeenCalled();
    manager.deny(['analytics']);
    vi.runAllTimers();
    expect(reload).toHaveBeenCalledTimes(1);
    expect(calls).toEqual(['fallback', 'js']);
    vi.useRealTimers();
  });

  it('report a service that throws, and run the others', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const manager = page(tarteaucitron, '');
    called().services.own = {
      js() {
        throw new Error('broken');
      },
    };
    const calls = service('statistics');
    called().job.push('own', 'statistics');
    manager.grant(['analytics']);
    expect(said).toHaveBeenCalledWith('Consentry:', expect.objectContaining({ message: 'broken' }));
    expect(calls).toEqual(['fallback', 'js']);
  });

  it('fill an element of its own with a frame that waits, once', async () => {
    const manager = page(
      tarteaucitron,
      '<div class="youtube_player" videoID="a b" width="300" title="Film"></div>',
    );
    const frame = document.querySelector('iframe');
    expect(frame?.hasAttribute('src')).toBe(false);
    expect(frame?.title).toBe('Film');
    manager.grant(['film']);
    expect(frame?.getAttribute('src')).toBe('https://www.youtube-nocookie.com/embed/a%20b');
    document.body.append(document.querySelector('div') as Element);
    await settle();
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    manager.deny(['film']);
    expect(frame?.hasAttribute('src')).toBe(false);
  });
});
