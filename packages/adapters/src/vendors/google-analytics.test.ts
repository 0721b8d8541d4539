import type { SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../../test/support/memory-platform.js';
import { clearPage, loadNothing, pageWith, scriptUrls } from '../../../../test/support/page-with-adapters.js';
import vectors from '../../../../test/vectors/google-consent.json' with { type: 'json' };
import { type GoogleAnalyticsOptions, googleAnalytics } from './google-analytics.js';

const ID = 'G-TEST1';
const OFF = `ga-disable-${ID}`;
const SITE: SiteDefinition = {
  purposes: [{ id: 'analytics' }, { id: 'marketing' }, { id: 'functional' }],
  vendors: [{ id: 'google-analytics', purposes: ['analytics'] }],
};
const page = window as unknown as Record<string, unknown> & { dataLayer: unknown[] & { consentry?: string } };

/** One thing that Google could notice, in order: a command, a script, a flag, or what the visitor did meanwhile. */
type Entry = readonly unknown[];

const kind = (value: unknown) => Object.prototype.toString.call(value);

/** Writes down everything that Google could notice of this page, in order. */
function record(layerName = 'dataLayer') {
  const log: Entry[] = [];
  let told = 0;
  const flush = () => {
    const layer = (page[layerName] ?? []) as ArrayLike<unknown>[];
    for (; told < layer.length; told++) {
      // Dates differ from run to run; that it is one does not.
      log.push(
        Array.from(layer[told] as ArrayLike<unknown>, (part) => (part instanceof Date ? 'a date' : part)),
      );
    }
  };
  const note = (...entry: Entry) => {
    flush();
    log.push(entry);
  };
  let off: unknown;
  Object.defineProperty(window, OFF, {
    configurable: true,
    get: () => off,
    set(value) {
      off = value;
      note('ga-disable', value);
    },
  });
  const { documentElement } = document;
  vi.spyOn(documentElement, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) note('script', (node as HTMLScriptElement).src);
    for (const node of nodes) documentElement.appendChild(node as Node);
  });
  return { log, note, flush };
}

type Page = ReturnType<typeof pageWith>;
const ACTS: Record<string, (page: Page) => void> = {
  grant: ({ manager }) => manager.grant(),
  deny: ({ manager }) => manager.deny(),
  'grant analytics, deny marketing': ({ manager }) =>
    manager.decide({ analytics: 'grant', marketing: 'deny', functional: 'deny' }),
  'deny analytics, grant marketing': ({ manager }) =>
    manager.decide({ analytics: 'deny', marketing: 'grant', functional: 'deny' }),
  withdraw: ({ manager }) => manager.deny(),
};

function newPage(browser: MemoryBrowser, options: Partial<GoogleAnalyticsOptions> = {}) {
  clearPage('dataLayer', 'gtag', OFF);
  vi.restoreAllMocks();
  const recorder = record(options.layerName);
  const wired = pageWith(SITE, [googleAnalytics({ measurementId: ID, ...options })], { browser });
  recorder.flush();
  return { ...recorder, wired };
}

/** The recording of a visitor who does `acts`: on this page, or (returning) on the one before it. */
function play(beforeGrant: string, visitor: string, acts: readonly string[]): Entry[] {
  const options = { beforeGrant: beforeGrant as 'nothing' };
  const browser = new MemoryBrowser();
  const first = newPage(browser, options);
  for (const act of acts) {
    first.note('visitor', act);
    ACTS[act]?.(first.wired);
  }
  first.flush();
  first.wired.stop();
  if (visitor === 'new') return first.log;
  const second = newPage(browser, options);
  second.wired.stop();
  return second.log;
}

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage('dataLayer', 'gtag', OFF, 'otherLayer');
});

const COMMANDS = ['consent', 'js', 'config'];
const isUpdate = (entry: Entry) => entry[0] === 'consent' && entry[1] === 'update';
const isDefault = (entry: Entry) => entry[0] === 'consent' && entry[1] === 'default';

describe('what Google is told', () => {
  describe.each(vectors.recordings)(
    'by a $visitor visitor, with $beforeGrant before a grant: $acts',
    ({ beforeGrant, visitor, acts, log }) => {
      it('is exactly what was recorded', () => {
        expect(play(beforeGrant, visitor, acts)).toEqual(log);
      });

      it('begins with one default that denies all that is asked', () => {
        const commands = play(beforeGrant, visitor, acts).filter(([name]) =>
          COMMANDS.includes(name as string),
        );
        expect(commands[0]).toEqual([
          'consent',
          'default',
          {
            ad_storage: 'denied',
            ad_user_data: 'denied',
            ad_personalization: 'denied',
            functionality_storage: 'denied',
            personalization_storage: 'denied',
            security_storage: 'granted',
            analytics_storage: 'denied',
          },
        ]);
        expect(commands.filter(isDefault)).toHaveLength(1);
      });

      it('is one update for the first answer and for each change, and none where nothing changed', () => {
        const updates = play(beforeGrant, visitor, acts)
          .filter(isUpdate)
          .map(([, , state]) => JSON.stringify(state));
        for (const [i, state] of updates.entries()) expect(state).not.toBe(updates[i - 1]);
        expect(updates).toHaveLength(visitor === 'new' ? acts.length : 1);
      });

      it('comes before the script, which is there only when it is allowed and only once', () => {
        const entries = play(beforeGrant, visitor, acts);
        const scripts = entries.filter(([name]) => name === 'script');
        const granted = entries.findIndex(
          ([name, , state]) =>
            name === 'consent' && (state as Record<string, string>).analytics_storage === 'granted',
        );
        if (beforeGrant === 'nothing' && granted < 0) {
          expect(scripts).toEqual([]);
          expect(entries.some(([name]) => name === 'config')).toBe(false);
          expect(page[OFF]).toBe(true);
          return;
        }
        expect(scripts).toEqual([
          ['script', `https://www.googletagmanager.com/gtag/js?id=${ID}&l=dataLayer`],
        ]);
        const loaded = entries.findIndex(([name]) => name === 'script');
        expect(loaded).toBeGreaterThan(entries.findIndex(isDefault));
        if (beforeGrant === 'nothing') expect(loaded).toBeGreaterThan(granted);
        // Whatever was decided before is told before anything is sent.
        if (visitor === 'returning') expect(loaded).toBeGreaterThan(entries.findIndex(isUpdate));
      });
    },
  );

  it('is recorded for every story of new and returning visitors', () => {
    const stories = (beforeGrant: string, visitor: string) =>
      vectors.recordings
        .filter((recording) => recording.beforeGrant === beforeGrant && recording.visitor === visitor)
        .map(({ acts }) => acts.join(', then '))
        .filter(Boolean)
        .sort();
    const all = [
      'deny',
      'deny analytics, grant marketing',
      'grant',
      'grant analytics, deny marketing',
      'grant, then withdraw',
      'grant, then withdraw, then grant',
    ];
    expect(stories('nothing', 'new')).toEqual(all);
    expect(stories('nothing', 'returning')).toEqual(all);
    expect(stories('cookieless-pings', 'new')).toEqual(all);
    expect(stories('cookieless-pings', 'returning')).toEqual(all);
  });

  it('differs from the recording when any two neighbours trade places, or one is missing or said twice', () => {
    for (const { log } of vectors.recordings) {
      const entries = log as Entry[];
      entries.forEach((entry, i) => {
        const [before, after] = [entries.slice(0, i), entries.slice(i + 1)];
        const missing = [...before, ...after];
        const twice = [...before, entry, entry, ...after];
        const [next, ...rest] = after;
        const swapped = JSON.stringify(next) !== JSON.stringify(entry) &&
          next && [...before, next, entry, ...rest];
        for (const mutated of [missing, twice, ...(swapped ? [swapped] : [])])
          expect(() => expect(mutated).toEqual(log)).toThrow();
      });
    }
  });

  it('is said in arguments objects, the only form that Google takes for a command', () => {
    const { wired } = newPage(new MemoryBrowser());
    wired.manager.grant();
    expect(page.dataLayer.length).toBeGreaterThan(3);
    for (const entry of page.dataLayer) expect(kind(entry)).toBe('[object Arguments]');
    wired.stop();
  });

  it('takes a refusal back on the next grant without loading the script a second time', () => {
    const { wired, log, flush } = newPage(new MemoryBrowser());
    wired.manager.grant();
    expect(page[OFF]).toBe(false);
    wired.manager.deny();
    expect(page[OFF]).toBe(true);
    wired.manager.grant();
    expect(page[OFF]).toBe(false);
    flush();
    expect(log.filter(([name]) => name === 'script')).toHaveLength(1);
    expect(log.filter(([name]) => name === 'config')).toHaveLength(1);
    expect(wired.reload).not.toHaveBeenCalled();
    wired.stop();
  });

  it('says nothing again when a decision changes no signal', () => {
    const { wired, log, flush } = newPage(new MemoryBrowser());
    wired.manager.deny();
    wired.manager.deny();
    wired.manager.grant(['marketing']);
    wired.manager.grant(['marketing']);
    flush();
    expect(log.filter(isUpdate)).toHaveLength(2);
    wired.stop();
  });
});

describe('the page of Google Analytics', () => {
  /** A page that has written something to its data layer before Consentry. */
  function pageThatHas(prepare: () => void, options: Partial<GoogleAnalyticsOptions> = {}) {
    prepare();
    const wired = pageWith(SITE, [googleAnalytics({ measurementId: ID, ...options })]);
    return wired;
  }

  it('keeps its own data layer and what is in it, behind what Google has to know first', () => {
    const own: unknown[] = [{ event: 'own' }];
    const { manager, stop } = pageThatHas(() => {
      page.dataLayer = own;
    });
    manager.grant();
    expect(page.dataLayer).toBe(own);
    expect(Array.from(own[0] as ArrayLike<unknown>).slice(0, 2)).toEqual(['consent', 'default']);
    expect(own[1]).toEqual({ event: 'own' });
    expect(Array.from(own[2] as ArrayLike<unknown>).slice(0, 2)).toEqual(['consent', 'update']);
    stop();
  });

  it('keeps its own gtag, while the commands go into the layer that the script will read', () => {
    const own = () => {};
    const { manager, stop } = pageThatHas(() => {
      page.dataLayer = [];
      page.gtag = own;
    });
    manager.grant();
    expect(page.gtag).toBe(own);
    const commands = (page.dataLayer as IArguments[]).map(([name]) => name);
    expect(commands).toEqual(['consent', 'consent', 'js', 'config']);
    stop();
  });

  it('may name its data layer, and the script is asked for under that name', () => {
    const { manager, stop } = pageThatHas(() => {}, { layerName: 'otherLayer' });
    expect((page.otherLayer as unknown[]).length).toBe(1);
    expect(page.dataLayer).toBeUndefined();
    manager.grant();
    expect(scriptUrls()).toEqual([`https://www.googletagmanager.com/gtag/js?id=${ID}&l=otherLayer`]);
    stop();
  });

  it('may serve the script itself, set the options of config, and say what grants a signal', () => {
    const { manager, stop } = pageThatHas(() => {}, {
      src: '/own/gtag.js',
      config: { anonymize_ip: true },
      signals: { ad_storage: 'analytics', functionality_storage: true, ad_user_data: 'no-such-purpose' },
    });
    const stateOf = (i: number) =>
      Array.from(page.dataLayer[i] as ArrayLike<unknown>)[2] as Record<string, string>;
    expect(stateOf(0)).toMatchObject({ ad_storage: 'denied', functionality_storage: 'granted' });
    manager.grant(['analytics']);
    expect(stateOf(1)).toMatchObject({
      ad_storage: 'granted',
      ad_user_data: 'denied',
      analytics_storage: 'granted',
    });
    expect(Array.from(page.dataLayer[3] as ArrayLike<unknown>)).toEqual([
      'config',
      ID,
      { anonymize_ip: true },
    ]);
    expect(scriptUrls()).toEqual(['/own/gtag.js']);
    stop();
  });

  it('loses the cookies of Google Analytics on a withdrawal and keeps the others', () => {
    const { manager, stop } = pageThatHas(() => {});
    manager.grant();
    for (const name of ['_ga', '_ga_TEST1', 'basket']) document.cookie = `${name}=1; path=/`;
    document.cookie = '_gac_x=1; path=/; domain=example.com';
    manager.deny();
    expect(document.cookie).toBe('basket=1');
    stop();
  });
});
