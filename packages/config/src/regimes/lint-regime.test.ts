import { describe, expect, it } from 'vitest';
import type { ConsentryConfig } from '../schema.js';
import { lintRegime } from './lint-regime.js';

const vendor = (changes: object = {}) => ({ adapter: false as const, purposes: ['marketing'], ...changes });
const found = (regime: object | undefined, vendors: object = {}, purposes: object = {}) =>
  lintRegime(
    {
      ...{ site: 's', languages: ['en'], vendors },
      purposes: { marketing: { label: 'M' }, analytics: { label: 'A' }, ...purposes },
      ...(regime ? { regime } : {}),
    } as ConsentryConfig,
    {},
  ).map(({ code, path }) => `${code} ${path}`);

describe('what is said about the rules of a config', () => {
  it('is nothing where everything is asked first, or the table is followed', () => {
    expect(found(undefined, { ads: vendor() })).toEqual([]);
    expect(found({ byPlace: true }, { ads: vendor() })).toEqual([]);
    expect(
      found({
        byPlace: true,
        places: { JP: { model: 'opt-in', grantDays: 90, denyDays: 300, gpc: 'deny' } },
      }),
    ).toEqual([]);
  });

  it('is that a place has a laxer rule than the table’s', () => {
    const places = {
      DE: { model: 'notice', grantDays: 400, denyDays: 30, gpc: 'inform' },
      JP: { grantDays: 366 },
      'US-CA': { model: 'notice' },
    };
    expect(found({ byPlace: true, places })).toEqual([
      'laxer-than-table regime.places.DE.model',
      'laxer-than-table regime.places.DE.grantDays',
      'laxer-than-table regime.places.DE.denyDays',
      'laxer-than-table regime.places.DE.gpc',
      'laxer-than-table regime.places.JP.grantDays',
      'laxer-than-table regime.places.US-CA.model',
    ]);
  });

  it('is said once of a group', () => {
    expect(found({ byPlace: true, places: { EEA: { model: 'opt-out' } } })).toEqual([
      'laxer-than-table regime.places.EEA.model',
    ]);
  });

  it('is that marketing runs unasked for everybody, unless it waits or is off', () => {
    const vendors = {
      ads: vendor(),
      waiting: vendor({ askFirst: true }),
      off: vendor({ enabled: false }),
      counter: vendor({ purposes: ['analytics'] }),
    };
    expect(found({ model: 'opt-out' }, vendors)).toEqual(['marketing-unasked vendors.ads']);
    expect(found({ model: 'opt-in' }, vendors)).toEqual([]);
    expect(found({ model: 'notice' }, vendors, { marketing: { label: 'M', exempt: true } })).toEqual([]);
  });

  it('is that something is sent before a yes and nobody is told', () => {
    const options = { beforeGrant: 'cookieless-pings' };
    expect(found(undefined, { tag: vendor({ options }) })).toEqual([
      'sends-before-grant vendors.tag.options.beforeGrant',
    ]);
    expect(
      found(undefined, { tag: vendor({ options, information: 'Pings without cookies, always' }) }),
    ).toEqual([]);
    expect(found(undefined, { tag: vendor({ options: { beforeGrant: 'nothing' } }) })).toEqual([]);
  });

  it('is that a transfer by consent happens without', () => {
    const transfer = { basis: 'consent' };
    expect(found({ byPlace: true }, { abroad: vendor({ transfer, askFirst: false }) })).toEqual([
      'consent-unasked vendors.abroad.askFirst',
    ]);
    expect(found({ byPlace: true }, { abroad: vendor({ transfer }) })).toEqual([]);
  });

  it('says of a warning that it is meant, where the config says so, and still tells it', () => {
    const regime = { model: 'opt-out' as const };
    const told = (acknowledge?: string[]) =>
      lintRegime(
        {
          ...{ site: 's', languages: ['en'], purposes: { marketing: { label: 'M' } } },
          ...{ vendors: { ads: vendor() }, regime: { ...regime, ...(acknowledge ? { acknowledge } : {}) } },
        } as ConsentryConfig,
        {},
      ).map(({ code, acknowledged }) => [code, acknowledged]);
    expect(told()).toEqual([['marketing-unasked', false]]);
    expect(told(['laxer-than-table'])).toEqual([['marketing-unasked', false]]);
    expect(told(['marketing-unasked'])).toEqual([['marketing-unasked', true]]);
  });
});
