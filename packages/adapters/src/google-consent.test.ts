import { describe, expect, it } from 'vitest';
import { googleConsent } from './google-consent.js';

describe('what Google is told by a page', () => {
  it('follows the usual purposes where no vendor is made for a signal', () => {
    expect(googleConsent().signals).toEqual({
      ad_storage: ['marketing'],
      ad_user_data: ['marketing'],
      ad_personalization: ['marketing'],
      analytics_storage: ['analytics'],
      functionality_storage: ['functional'],
      personalization_storage: ['functional'],
      security_storage: [],
    });
  });

  it('follows the vendors that a signal is made for, all of them together', () => {
    const { signals } = googleConsent({}, [
      { vendor: 'ads-of-the-shop', adapter: 'google-ads' },
      { vendor: 'google-floodlight', adapter: 'google-floodlight' },
      { vendor: 'google-tag-manager', adapter: 'google-tag-manager' },
    ]);
    expect(signals.ad_storage).toEqual(['ads-of-the-shop', 'google-floodlight']);
    expect(signals.ad_personalization).toEqual(['ads-of-the-shop', 'google-floodlight']);
    expect(signals.analytics_storage).toEqual(['analytics']);
  });

  it('follows what a site says before either', () => {
    const vendors = [{ vendor: 'google-ads', adapter: 'google-ads' }];
    const { signals } = googleConsent({ signals: { ad_storage: 'shopping', ad_user_data: true } }, vendors);
    expect(signals).toMatchObject({
      ad_storage: ['shopping'],
      ad_user_data: [],
      ad_personalization: ['google-ads'],
    });
  });

  it('names in a region every signal, so that nothing is left to a less specific place', () => {
    const { then = [] } = googleConsent({ regions: [{ codes: ['US'], granted: ['ad_storage'] }] });
    expect(then).toEqual([
      [
        'consent',
        'default',
        {
          ad_storage: 'granted',
          ad_user_data: 'denied',
          ad_personalization: 'denied',
          analytics_storage: 'denied',
          functionality_storage: 'denied',
          personalization_storage: 'denied',
          security_storage: 'granted',
          region: ['US'],
        },
      ],
    ]);
  });

  it('has the settings after the defaults, and the wait in each of them', () => {
    const consent = googleConsent({
      regions: [{ codes: ['JP'], granted: [] }],
      waitForUpdate: 500,
      urlPassthrough: true,
      adsDataRedaction: true,
      layerName: 'layer',
    });
    expect(consent).toMatchObject({ layerName: 'layer', more: { wait_for_update: 500 } });
    expect(consent.then?.map(([name, of]) => `${name} ${of}`)).toEqual([
      'consent default',
      'set ads_data_redaction',
      'set url_passthrough',
    ]);
    expect(consent.then?.[0]?.[2]).toMatchObject({ region: ['JP'], wait_for_update: 500 });
  });

  it('carries nothing that nobody has asked for', () => {
    expect(Object.keys(googleConsent())).toEqual(['signals']);
  });
});
