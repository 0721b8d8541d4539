// @vitest-environment happy-dom

import type { Adapter, AdapterFactory } from '@consentry/adapters/define-adapter';
import { description as ads, googleAds } from '@consentry/adapters/google-ads';
import { description as analytics, googleAnalytics } from '@consentry/adapters/google-analytics';
import { description as floodlight, googleFloodlight } from '@consentry/adapters/google-floodlight';
import { googleTagManager, description as tagManager } from '@consentry/adapters/google-tag-manager';
import { compileAdapters, compileDefinition } from '@consentry/browser/compile';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACTS, ALL, recordGoogle, SITES, type Story } from '../support/google-stories.js';
import { MemoryBrowser } from '../support/memory-platform.js';
import { clearPage, loadNothing, pageWith, settle } from '../support/page-with-adapters.js';
import vectors from '../vectors/google-consent.json' with { type: 'json' };

const FACTORIES = {
  'google-ads': googleAds,
  'google-analytics': googleAnalytics,
  'google-floodlight': googleFloodlight,
  'google-tag-manager': googleTagManager,
} as Record<string, AdapterFactory<unknown>>;
const DESCRIPTIONS = {
  'google-ads': ads,
  'google-analytics': analytics,
  'google-floodlight': floodlight,
  'google-tag-manager': tagManager,
};

type Entry = readonly unknown[];
type State = Record<string, string>;

/** A page of the site in this browser, recorded. */
function openPage({ site, beforeGrant }: Story, browser: MemoryBrowser) {
  const before = sessionStorage.getItem('google-log');
  clearPage('dataLayer', 'gtag', 'ga-disable-G-TEST1');
  if (before) sessionStorage.setItem('google-log', before);
  Reflect.deleteProperty(document.documentElement, 'append');
  const recorder = recordGoogle();
  const config = SITES[site as 'plain'](beforeGrant);
  const adapters = compileAdapters(config).map(({ adapter, options, vendor }) =>
    (FACTORIES[adapter] as AdapterFactory<unknown>)(options, vendor),
  ) as Adapter[];
  const page = pageWith(compileDefinition(config, DESCRIPTIONS), adapters, { browser });
  recorder.flush();
  return { ...page, ...recorder };
}

/** What is recorded of a story. */
async function play(story: Story): Promise<Entry[]> {
  const browser = new MemoryBrowser();
  let page = openPage(story, browser);
  const leave = () => {
    window.dispatchEvent(new Event('pagehide'));
    page.end();
    page.stop();
  };
  for (const act of story.acts) {
    page.note('visitor', act);
    page.manager.decide(ACTS[act] as never);
    await settle();
    // The mock stands for a reload, after which everything begins again.
    if (page.reload.mock.calls.length > 0) {
      leave();
      page = openPage(story, browser);
    }
  }
  if (story.visitor === 'returning') {
    leave();
    sessionStorage.clear();
    page = openPage(story, browser);
  }
  leave();
  sessionStorage.clear();
  return page.log;
}

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(document.documentElement, 'append');
  clearPage('dataLayer', 'gtag', 'ga-disable-G-TEST1');
});

const isDefault = ([name, command]: Entry) => name === 'consent' && command === 'default';
const isUpdate = ([name, command]: Entry) => name === 'consent' && command === 'update';
const isOwnEvent = ([kind, value]: Entry) =>
  kind === 'pushed' && (value as { event: string }).event === 'consentry_update';
/** What was said on the last page of a recording. */
const lastPage = (log: readonly Entry[]) => log.slice(log.map(([kind]) => kind).lastIndexOf('page') + 1);

describe('what Google is told', () => {
  it('is recorded for every story: each site, mode, visitor and choice', () => {
    expect(vectors.recordings.map(({ log, ...story }) => story)).toEqual(ALL);
  });

  describe.each(vectors.recordings)(
    'on the $site site to a $visitor visitor, with $beforeGrant before a grant: $acts',
    ({ log: recorded, ...story }) => {
      it('is exactly what was recorded', async () => {
        expect(await play(story)).toEqual(recorded);
      });

      it('begins on every page with a default that denies all that is asked', async () => {
        const [first] = lastPage(await play(story));
        expect(first?.slice(0, 2)).toEqual(['consent', 'default']);
        const { wait_for_update, ...state } = (first?.[2] ?? {}) as State;
        expect(Object.entries(state).filter(([, value]) => value !== 'denied')).toEqual([
          ['security_storage', 'granted'],
        ]);
        expect(Object.keys(state)).toHaveLength(7);
      });

      it('tells each change once, and the page after Google', async () => {
        const page = lastPage(await play(story));
        const updates = page.filter(isUpdate).map(([, , state]) => JSON.stringify(state));
        for (const [i, state] of updates.entries()) expect(state).not.toBe(updates[i - 1]);
        expect(page.filter(isOwnEvent)).toHaveLength(updates.length);
        for (const [i, entry] of page.entries())
          if (isOwnEvent(entry)) expect(isUpdate(page[i - 1] as Entry)).toBe(true);
      });

      it('is complete before anything is loaded or configured', async () => {
        const page = lastPage(await play(story));
        const first = page.findIndex(
          ([kind, value]) =>
            ['js', 'config', 'script'].includes(kind as string) ||
            (kind === 'pushed' && 'gtm.start' in (value as object)),
        );
        if (first < 0) return;
        expect(page.slice(0, first).some(isDefault)).toBe(true);
        expect(page.slice(first).some(isDefault)).toBe(false);
        if (story.visitor === 'returning') expect(page.slice(0, first).some(isUpdate)).toBe(true);
      });

      it('is nothing but what was decided, where nothing is allowed', async () => {
        const last = story.acts.at(-1);
        if (story.beforeGrant !== 'nothing' || (last !== undefined && last !== 'deny' && last !== 'withdraw'))
          return;
        const page = lastPage(await play(story));
        if (story.visitor === 'returning' || story.acts.length < 2)
          expect(page.filter(([kind]) => ['js', 'config', 'script'].includes(kind as string))).toEqual([]);
      });
    },
  );

  it('differs from the recording when any two neighbours trade places, or one is missing or said twice', () => {
    for (const { log } of vectors.recordings) {
      const entries = log as Entry[];
      entries.forEach((entry, i) => {
        const [before, after] = [entries.slice(0, i), entries.slice(i + 1)];
        const [next, ...rest] = after;
        const swapped = next &&
          JSON.stringify(next) !== JSON.stringify(entry) && [...before, next, entry, ...rest];
        const mutations = [
          [...before, ...after],
          [...before, entry, ...[entry], ...after],
          ...(swapped ? [swapped] : []),
        ];
        for (const mutated of mutations) expect(() => expect(mutated).toEqual(log)).toThrow();
      });
    }
  });
});
