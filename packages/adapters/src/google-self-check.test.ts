import type { SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  clearPage,
  loadNothing,
  pageWith,
  scriptUrls,
  settle,
} from '../../../test/support/page-with-adapters.js';
import { googleConsent } from './google-consent.js';
import { googleSelfCheck } from './google-self-check.js';
import { googleAnalytics } from './vendors/google-analytics.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'analytics' }, { id: 'marketing' }],
  vendors: [{ id: 'google-analytics', purposes: ['analytics'] }],
};
const NAMES = ['dataLayer', 'gtag', 'google_tag_data', 'google_tag_manager', 'ga-disable-G-TEST1'];
const page = window as unknown as Record<string, unknown> & { dataLayer: unknown[] & { consentry?: string } };
const DENIED = { ad_storage: 'denied', analytics_storage: 'denied' };

/** Commands as Google takes them. */
const gtag = function (..._: unknown[]) {
  // biome-ignore lint/complexity/noArguments: an array is not a command to Google
  (page.dataLayer ||= []).push(arguments);
};
/** Google's tag has come by: it reads the layer, and whatever is pushed from now on, at once. */
const googleRuns = () => {
  page.dataLayer ||= [];
  page.dataLayer.push = (...entries) => Array.prototype.push.apply(page.dataLayer, entries);
};
/** What the head stub has said when the boot arrives. */
const stubRan = () => {
  const { signals } = googleConsent();
  gtag(
    'consent',
    'default',
    Object.fromEntries(Object.entries(signals).map(([name, ids]) => [name, ids[0] ? 'denied' : 'granted'])),
  );
  page.dataLayer.consentry = 'default';
};

let warnings: string[];
let stop: (() => void) | undefined;
/** A page with the check before its adapters, as builds have it. */
function open() {
  const consent = googleConsent();
  // A page that is gone may still hear that it has loaded.
  const own = warnings;
  const warn = (text: string) => void own.push(text);
  const adapters = [googleSelfCheck(consent, warn), googleAnalytics({ measurementId: 'G-TEST1', consent })];
  const opened = pageWith(SITE, adapters);
  stop = opened.stop;
  return opened;
}
const codes = () => warnings.map((text) => /^Consentry \[([a-z-]+)\]: /.exec(text)?.[1]);

beforeEach(() => {
  loadNothing();
  warnings = [];
});
afterEach(() => {
  stop?.();
  vi.restoreAllMocks();
  clearPage(...NAMES);
});

describe('the self-check of a page on which Consentry tells Google alone', () => {
  it('says nothing, whatever the visitor decides', async () => {
    const { manager, errors } = open();
    manager.grant();
    manager.deny();
    await settle();
    manager.grant(['analytics']);
    await settle();
    expect(warnings).toEqual([]);
    expect(errors).toEqual([]);
    expect(scriptUrls()).toHaveLength(1);
  });

  it('takes the head stub for what it is', async () => {
    stubRan();
    open().manager.deny();
    await settle();
    expect(warnings).toEqual([]);
  });

  it('has nothing against the commands of the page, which come after the default', async () => {
    gtag('js', new Date());
    gtag('config', 'G-TEST1');
    (page.dataLayer as unknown[]).push({ event: 'basket' }, null, 'text', 7);
    open();
    await settle();
    expect(warnings).toEqual([]);
  });

  it('changes nothing that is told', async () => {
    open().manager.grant();
    await settle();
    const told = JSON.stringify(page.dataLayer.map((entry) => Array.from(entry as never)));
    stop?.();
    clearPage(...NAMES);
    const consent = googleConsent();
    const without = pageWith(SITE, [googleAnalytics({ measurementId: 'G-TEST1', consent })]);
    stop = without.stop;
    without.manager.grant();
    await settle();
    const clean = JSON.stringify(page.dataLayer.map((entry) => Array.from(entry as never)));
    expect(told.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '')).toBe(clean.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, ''));
  });
});

describe('the self-check says when Google was there first', () => {
  it('having read the data layer', () => {
    googleRuns();
    open();
    expect(codes()).toEqual(['google-read-first']);
  });

  it.each(['google_tag_manager', 'google_tag_data'])('having left %s', (name) => {
    page[name] = {};
    open();
    expect(codes()).toEqual(['google-read-first']);
  });

  it('before the head stub', () => {
    page.dataLayer = [{ 'gtm.start': 1, event: 'gtm.js' }];
    stubRan();
    open();
    expect(codes()).toEqual(['google-read-first']);
  });

  it('but not when the head stub was before it', () => {
    stubRan();
    page.dataLayer.push({ 'gtm.start': 1, event: 'gtm.js' });
    googleRuns();
    open();
    expect(warnings).toEqual([]);
  });

  it('with commands that are sent without a state', () => {
    gtag('config', 'G-TEST1');
    googleRuns();
    open();
    expect(codes()).toEqual(['google-read-first', 'google-command-first']);
    expect(warnings[1]).toContain('["config","G-TEST1"]');
  });

  it('with commands before the head stub', () => {
    gtag('event', 'purchase');
    stubRan();
    open();
    expect(codes()).toEqual(['google-command-first']);
  });

  it('by its own account', async () => {
    page.google_tag_data = { ics: { wasSetLate: false } };
    open();
    await settle();
    expect(codes()).toEqual(['google-read-first']);
    page.google_tag_data = { ics: { wasSetLate: true } };
    stop?.();
    warnings = [];
    open();
    await settle();
    expect(codes()).toContain('google-set-late');
  });
});

describe('the self-check says when somebody else sets consent', () => {
  it('by a default at page start', () => {
    gtag('consent', 'default', DENIED);
    open();
    expect(codes()).toEqual(['google-second-default']);
    expect(warnings[0]).toContain('A second consent implementation is on the page');
    expect(warnings[0]).toContain(
      '["consent","default",{"ad_storage":"denied","analytics_storage":"denied"}]',
    );
  });

  it("by an answer at page start, which would go over the visitor's own", () => {
    gtag('consent', 'update', { analytics_storage: 'granted' });
    open();
    expect(codes()).toEqual(['google-second-update']);
  });

  it('by an answer before any default', () => {
    gtag('consent', 'update', { analytics_storage: 'granted' });
    googleRuns();
    open();
    expect(codes()).toEqual(['google-read-first', 'google-update-first']);
  });

  it('by an answer long after, when the visitor decides', async () => {
    const { manager } = open();
    gtag('consent', 'update', { analytics_storage: 'granted' });
    expect(warnings).toEqual([]);
    manager.deny();
    await settle();
    expect(codes()).toEqual(['google-second-update']);
  });

  it('once, however often it happens', async () => {
    const { manager } = open();
    for (const act of ['deny', 'grant', 'deny'] as const) {
      gtag('consent', 'update', { analytics_storage: 'granted', ad_storage: act });
      manager[act]();
      await settle();
    }
    expect(codes().filter((code) => code === 'google-second-update')).toHaveLength(1);
  });
});

describe('the self-check of a command that Google would not understand', () => {
  it('says so beside saying that it is there', () => {
    gtag('consent', 'default', { ad_storage: false });
    open();
    expect(codes()).toEqual(['google-not-a-state', 'google-second-default']);
  });

  it('takes an array for nothing more than a mistake, since it sets nothing', () => {
    page.dataLayer = [['consent', 'update', { ad_storage: 'granted' }]];
    open();
    expect(codes()).toEqual(['google-array-command']);
  });
});

describe('the self-check of what stands in the page', () => {
  const frame = (host: string) => {
    const noscript = document.createElement('noscript');
    noscript.textContent = `<iframe src="https://${host}/ns.html?id=GTM-A"></iframe>`;
    document.body.append(noscript);
  };

  it("finds Tag Manager's frame for browsers without scripts", async () => {
    frame('www.googletagmanager.com');
    open();
    await settle();
    expect(codes()).toEqual(['google-noscript-frame']);
  });

  it('leaves other such frames alone', async () => {
    frame('video.example');
    open();
    await settle();
    expect(warnings).toEqual([]);
  });
});

describe('the self-check of a page that makes it hard', () => {
  it('never throws and holds nothing up', async () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('hands off');
        },
      },
    );
    page.dataLayer = [trap, Object.create(null), undefined];
    page.google_tag_data = trap;
    const { manager, errors } = open();
    manager.grant();
    await settle();
    expect(errors).toEqual([]);
    expect(scriptUrls()).toHaveLength(1);
  });
});
