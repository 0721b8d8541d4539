import type { SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearPage, loadNothing, pageWith, scriptUrls } from '../../../../test/support/page-with-adapters.js';
import { type GoogleSettings, googleConsent } from '../google-consent.js';
import { type GoogleAnalyticsOptions, googleAnalytics } from './google-analytics.js';

// What is told to Google in which order is recorded in test/vectors/google-consent.json.

const ID = 'G-TEST1';
const OFF = `ga-disable-${ID}`;
const SITE: SiteDefinition = {
  purposes: [{ id: 'analytics' }, { id: 'marketing' }, { id: 'functional' }],
  vendors: [{ id: 'google-analytics', purposes: ['analytics'] }],
};
const VENDORS = [{ vendor: 'google-analytics', adapter: 'google-analytics' }];
const page = window as unknown as Record<string, unknown> & { dataLayer: unknown[] };
const kind = (value: unknown) => Object.prototype.toString.call(value);

type Settings = GoogleSettings & Partial<Omit<GoogleAnalyticsOptions, 'consent'>>;

/** A page with the vendor on it; settings of Google's and of the adapter in one. */
function open({ config, beforeGrant, src, ...google }: Settings = {}) {
  const own = { ...(config && { config }), ...(beforeGrant && { beforeGrant }), ...(src && { src }) };
  const consent = googleConsent(google, VENDORS);
  return pageWith(SITE, [googleAnalytics({ measurementId: ID, consent, ...own })]);
}

/** The commands in the layer, as arrays. */
const commands = (layer: unknown = page.dataLayer) =>
  (layer as object[])
    .filter((entry) => kind(entry) === '[object Arguments]')
    .map((entry) => Array.from(entry as ArrayLike<unknown>));

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage('dataLayer', 'gtag', OFF, 'otherLayer');
});

describe('the page of Google Analytics', () => {
  it('is told in arguments objects, the only form that Google takes for a command', () => {
    const { manager, stop } = open();
    manager.grant();
    expect(page.dataLayer.filter((entry) => kind(entry) === '[object Arguments]')).toHaveLength(4);
    // The rest is the event for the page's own triggers.
    expect(page.dataLayer.filter((entry) => kind(entry) === '[object Object]')).toHaveLength(1);
    stop();
  });

  it('loads the script once and is silenced by its flag, however often the visitor changes sides', () => {
    const { manager, reload, stop } = open();
    expect(page[OFF]).toBe(true);
    manager.grant();
    expect(page[OFF]).toBe(false);
    manager.deny();
    expect(page[OFF]).toBe(true);
    manager.grant();
    expect(page[OFF]).toBe(false);
    expect(scriptUrls()).toHaveLength(1);
    expect(commands().filter(([name]) => name === 'config')).toHaveLength(1);
    expect(reload).not.toHaveBeenCalled();
    stop();
  });

  it('says nothing again when a decision changes nothing', () => {
    const { manager, stop } = open();
    manager.deny();
    manager.deny();
    manager.grant(['marketing']);
    manager.grant(['marketing']);
    expect(commands().filter(([, command]) => command === 'update')).toHaveLength(2);
    stop();
  });

  it('tells triggers of a change that changes no signal', () => {
    const { manager, stop } = open({
      signals: { ad_storage: true, ad_user_data: true, ad_personalization: true },
    });
    manager.deny();
    const said = page.dataLayer.length;
    manager.grant(['marketing']);
    expect(page.dataLayer.slice(said)).toEqual([
      {
        event: 'consentry_update',
        consentry: expect.objectContaining({ marketing: true, analytics: false }),
      },
    ]);
    stop();
  });

  it('keeps its own data layer and what is in it, behind what Google has to know first', () => {
    const own: unknown[] = [{ event: 'own' }];
    page.dataLayer = own;
    const { manager, stop } = open();
    manager.grant();
    expect(page.dataLayer).toBe(own);
    expect(Array.from(own[0] as ArrayLike<unknown>).slice(0, 2)).toEqual(['consent', 'default']);
    expect(own[1]).toEqual({ event: 'own' });
    expect(Array.from(own[2] as ArrayLike<unknown>).slice(0, 2)).toEqual(['consent', 'update']);
    stop();
  });

  it('keeps its own gtag, while the commands go into the layer that the script will read', () => {
    const own = () => {};
    page.dataLayer = [];
    page.gtag = own;
    const { manager, stop } = open();
    manager.grant();
    expect(page.gtag).toBe(own);
    expect(commands().map(([name]) => name)).toEqual(['consent', 'consent', 'js', 'config']);
    stop();
  });

  it('may name its data layer, and the script is asked for under that name', () => {
    const { manager, stop } = open({ layerName: 'otherLayer' });
    expect(commands(page.otherLayer)).toHaveLength(1);
    expect(page.dataLayer).toBeUndefined();
    manager.grant();
    expect(scriptUrls()).toEqual([`https://www.googletagmanager.com/gtag/js?id=${ID}&l=otherLayer`]);
    stop();
  });

  it('may serve the script itself, set the options of config, and say what grants a signal', () => {
    const { manager, stop } = open({
      src: '/own/gtag.js',
      config: { anonymize_ip: true },
      signals: { ad_storage: 'analytics', functionality_storage: true, ad_user_data: 'no-such-purpose' },
    });
    expect(commands()[0]?.[2]).toMatchObject({ ad_storage: 'denied', functionality_storage: 'granted' });
    manager.grant(['analytics']);
    expect(commands()[1]?.[2]).toMatchObject({
      ad_storage: 'granted',
      ad_user_data: 'denied',
      analytics_storage: 'granted',
    });
    expect(commands()[3]).toEqual(['config', ID, { anonymize_ip: true }]);
    expect(scriptUrls()).toEqual(['/own/gtag.js']);
    stop();
  });

  it('loses the cookies of Google Analytics on a withdrawal and keeps the others', () => {
    const { manager, stop } = open();
    manager.grant();
    for (const name of ['_ga', '_ga_TEST1', 'basket']) document.cookie = `${name}=1; path=/`;
    document.cookie = '_gac_x=1; path=/; domain=example.com';
    manager.deny();
    expect(document.cookie).toBe('basket=1');
    stop();
  });
});
