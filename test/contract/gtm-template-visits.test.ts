// @vitest-environment happy-dom

import { readFileSync } from 'node:fs';
import { announceChanges } from '@consentry/adapters/announce-changes';
import { description as ads } from '@consentry/adapters/google-ads';
import { description as analytics } from '@consentry/adapters/google-analytics';
import { description as floodlight } from '@consentry/adapters/google-floodlight';
import { description as tagManager } from '@consentry/adapters/google-tag-manager';
import { compileDefinition } from '@consentry/browser/compile';
import type { ConsentryConfig } from '@consentry/config';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageApi, type PageApi } from '../../packages/browser/src/page-api.js';
import { ACTS, SITES } from '../support/google-stories.js';
import { MemoryBrowser } from '../support/memory-platform.js';
import { clearPage, loadNothing, pageWith, settle } from '../support/page-with-adapters.js';
import { type Calls, runTag } from '../support/tag-manager-sandbox.js';
import { readTemplate } from '../support/tag-manager-template.js';
import vectors from '../vectors/google-consent.json' with { type: 'json' };

const template = readTemplate(readFileSync('packages/adapters/gtm-template/template.tpl', 'utf8'));
const DESCRIPTIONS = {
  'google-ads': ads,
  'google-analytics': analytics,
  'google-floodlight': floodlight,
  'google-tag-manager': tagManager,
};
type Entry = readonly unknown[];

/** The form filled in as the sites of the recordings are configured. */
const FORMS: Record<string, Record<string, unknown>> = {
  plain: { id_analytics_storage: 'google-analytics', otherIds: 'analytics', waitForUpdate: '0' },
  // Here every vendor follows its usual purpose, and all signals a purpose or a vendor of that.
  family: {
    id_analytics_storage: 'google-analytics',
    otherIds: 'analytics, google-tag-manager, google-ads, google-floodlight',
    waitForUpdate: '500',
    urlPassthrough: true,
    adsDataRedaction: true,
    regions: [
      { codes: 'US, CA', granted: 'analytics_storage, ad_storage' },
      { codes: 'US-CA, CA-QC', granted: '' },
    ],
  },
};
const untouched = Object.fromEntries(template.fields.map(({ name, defaultValue }) => [name, defaultValue]));

const stops: (() => void)[] = [];
const host = window as unknown as Record<string, unknown> & {
  consentry?: PageApi | ((api: PageApi) => void)[];
};

/** Consentry arrives on a page where a tag of the template may be waiting for it. */
function arrive(site: ConsentryConfig, browser: MemoryBrowser) {
  const page = pageWith(compileDefinition(site, DESCRIPTIONS), [announceChanges()], { browser });
  const onError = (error: unknown) => void page.errors.push(error);
  const before = (host.consentry ?? []) as ((api: PageApi) => void)[];
  const api = createPageApi(page.manager as never, async () => undefined, onError);
  const { on } = api;
  api.on = (...args) => {
    const stopListening = on(...args);
    stops.push(stopListening);
    return stopListening;
  };
  host.consentry = api;
  api.push(...before);
  // As the deciding half announces it.
  const stopHearing = page.manager.onDecision((decision) =>
    queueMicrotask(() => document.dispatchEvent(new CustomEvent('consentry:decision', { detail: decision }))),
  );
  stops.push(page.stop, stopHearing);
  return page;
}

/** The container's tag, on a page of its own or before the script of the site. */
const fire = (form: Record<string, unknown>, load = () => true) =>
  runTag(
    template,
    { ...untouched, scriptUrl: 'https://shop.example/consentry.js', ...form },
    { window: host, load },
  );

/** What the tag has told, as the recordings have it. */
const told = (calls: Calls): Entry[] =>
  calls.flatMap(([name, value]): Entry[] => {
    if (name === 'setDefaultConsentState') return [['consent', 'default', value]];
    if (name === 'updateConsentState') return [['consent', 'update', value]];
    if (name === 'gtagSet') return Object.entries(value as object).map((pair) => ['set', ...pair]);
    return [];
  });
const updates = (calls: Calls) => told(calls).filter(([, command]) => command === 'update');

function nextPage() {
  for (const stop of stops.splice(0)) stop();
  clearPage('dataLayer', 'consentry');
}

beforeEach(loadNothing);
afterEach(() => {
  nextPage();
  vi.restoreAllMocks();
});

// Where nobody loads the page anew: the template cannot, and the sites' adapters do so after a withdrawal.
const stories = vectors.recordings.filter(
  ({ site, beforeGrant, acts }) =>
    beforeGrant === 'nothing' && (site === 'plain' || !acts.includes('withdraw')),
);

describe('what the Tag Manager template tells Google', () => {
  it.each(stories)('is what Consentry itself tells: $site, $visitor, $acts', async (story) => {
    const browser = new MemoryBrowser();
    const site = SITES[story.site as 'plain']('nothing');
    const visit = async (acts: readonly string[]) => {
      const calls = fire(FORMS[story.site] ?? {});
      const { manager, errors } = arrive(site, browser);
      for (const act of acts) {
        manager.decide(ACTS[act] as never);
        await settle();
      }
      expect(errors).toEqual([]);
      return calls;
    };
    let calls = await visit(story.acts);
    if (story.visitor === 'returning') {
      nextPage();
      calls = await visit([]);
    }
    const recorded = (story.log as Entry[]).filter(([kind]) => kind === 'consent' || kind === 'set');
    expect(told(calls)).toEqual(recorded);
    const events = (story.log as Entry[]).filter(
      ([kind, value]) => kind === 'pushed' && (value as { event?: string }).event === 'consentry_update',
    );
    expect((host.dataLayer as unknown[]) ?? []).toEqual(events.map(([, value]) => value));
  });

  it('is one answer, whether Consentry was here before the tag or comes after it', async () => {
    const site = SITES.plain('nothing');
    const early = fire({});
    arrive(site, new MemoryBrowser()).manager.grant();
    await settle();
    nextPage();
    const { manager } = arrive(site, new MemoryBrowser());
    const late = fire({});
    manager.grant();
    await settle();
    expect(updates(late)).toEqual(updates(early));
    expect(updates(late)).toHaveLength(1);
    expect(early.filter(([name]) => name === 'injectScript')).toHaveLength(1);
    expect(late.filter(([name]) => name === 'injectScript')).toHaveLength(0);
  });

  it('follows a withdrawal in another tab', async () => {
    const site = SITES.plain('nothing');
    const browser = new MemoryBrowser();
    const calls = fire({});
    arrive(site, browser).manager.grant();
    await settle();
    expect(updates(calls).at(-1)?.[2]).toMatchObject({ ad_storage: 'granted', analytics_storage: 'granted' });
    const { manager, stop } = pageWith(compileDefinition(site, DESCRIPTIONS), [], { browser });
    stops.push(stop);
    manager.deny();
    await settle();
    expect(updates(calls)).toHaveLength(2);
    expect(updates(calls).at(-1)?.[2]).toMatchObject({ ad_storage: 'denied', analytics_storage: 'denied' });
  });

  it('is the default and no more where Consentry does not come', async () => {
    const calls = fire({}, () => false);
    await settle();
    expect(told(calls).map(([, command]) => command)).toEqual(['default']);
    expect(calls.at(-1)).toEqual(['gtmOnFailure']);
  });

  it('denies a signal whose id the site does not have', async () => {
    const calls = fire({ id_ad_storage: 'no-such-purpose' });
    arrive(SITES.plain('nothing'), new MemoryBrowser()).manager.grant();
    await settle();
    expect(updates(calls)[0]?.[2]).toMatchObject({ ad_storage: 'denied', ad_user_data: 'granted' });
  });
});
