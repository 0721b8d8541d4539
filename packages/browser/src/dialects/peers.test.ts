import { describe, expect, it } from 'vitest';
import { cookiebot } from './cookiebot.js';
import { klaro } from './klaro.js';
import { onetrust } from './onetrust.js';
import { orejime } from './orejime.js';
import type { Peer, PeerSettings } from './peer.js';
import { tarteaucitron } from './tarteaucitron.js';
import { vanillaCookieconsent } from './vanilla-cookieconsent.js';

const NOW = Date.UTC(2026, 10, 22);
const AT = '2026-11-01T10:00:00.000Z';

/** What a peer reads out of texts by name; a single text is under whatever name it asks for. */
function read(peer: Peer, texts: string | Record<string, string>, settings: Partial<PeerSettings> = {}) {
  const text = (name?: string) => (typeof texts === 'string' ? texts : texts[name ?? peer.storedName]);
  return peer.readStored(text, { categories: new Map(), ...settings }, NOW);
}
const HOSTILE = [
  '',
  'null',
  '[]',
  '{',
  '"yes"',
  '%',
  '%E0%A4%A',
  '{"__proto__":{"ads":true}}',
  '{"ads":"true","stats":1}',
  '<script>',
  '!ads=true;',
];

describe('the stored answers of Klaro and Orejime', () => {
  it.each([klaro, orejime])('are the yes and no of each service, encoded or not, without a date', (peer) => {
    const answers = { ads: false, stats: true };
    const text = JSON.stringify(answers);
    // Orejime's cookie library leaves some characters as they are.
    for (const stored of [text, encodeURIComponent(text), text.replace(/"/g, '%22')])
      expect(read(peer, stored)).toEqual({ answers });
  });

  it.each(HOSTILE)('are none in %j', (text) => {
    expect(read(klaro, text)?.answers ?? {}).toEqual({});
    expect(read(orejime, text)?.answers ?? {}).toEqual({});
  });
});

describe('the stored answers of CookieConsent', () => {
  const categories = new Map([
    ['analytics', ['analytics']],
    ['ads', ['marketing']],
    ['counter', ['counter']],
  ]);
  const stored = (changes: object = {}) =>
    encodeURIComponent(
      JSON.stringify({
        categories: ['necessary', 'analytics'],
        revision: 0,
        data: null,
        consentTimestamp: '2026-10-01T10:00:00.000Z',
        consentId: 'b2a2b0f4-5d1f-4c1e-9d0a-7d1d1f7d1f7d',
        services: { necessary: [], analytics: ['counter'], ads: [] },
        lastConsentTimestamp: AT,
        expirationTime: NOW + 1,
        ...changes,
      }),
    );

  it('are a yes for what was accepted and a no for the rest, as of the last change', () => {
    expect(read(vanillaCookieconsent, stored(), { categories })).toEqual({
      at: Date.parse(AT),
      answers: { analytics: true, ads: false, counter: true },
    });
  });

  it('are none after its own expiry, under another revision, or without what it needs itself', () => {
    for (const changes of [
      { expirationTime: NOW },
      { expirationTime: 'soon' },
      { revision: 1 },
      { consentId: '' },
      { lastConsentTimestamp: 'yesterday' },
      { categories: 'analytics' },
    ])
      expect(read(vanillaCookieconsent, stored(changes), { categories })).toBeUndefined();
    expect(read(vanillaCookieconsent, stored({ revision: 1 }), { categories, revision: 1 })?.at).toBe(
      Date.parse(AT),
    );
  });

  it.each(HOSTILE)('are none in %j', (text) => {
    expect(read(vanillaCookieconsent, text, { categories })).toBeUndefined();
  });
});

describe('the stored answers of tarteaucitron', () => {
  it('are those of services that were answered, and nothing of those that wait', () => {
    expect(read(tarteaucitron, '!gtag=true!youtube=false!vimeo=wait')).toEqual({
      answers: { gtag: true, youtube: false },
    });
  });

  it.each(HOSTILE.concat('!gtag=true1', 'gtag=true', '!gtag=TRUE'))('are none in %j', (text) => {
    expect(read(tarteaucitron, text)?.answers).toEqual({});
  });
});

describe('the stored answers of Cookiebot', () => {
  const stored = (method: string) =>
    encodeURIComponent(
      `{stamp:'abc==',necessary:true,preferences:false,statistics:true,marketing:false,method:'${method}',ver:1,utc:1793527200000,region:'de'}`,
    );

  it('are those of each category, as of the time in it, where somebody has given them', () => {
    expect(read(cookiebot, stored('explicit'))).toEqual({
      at: 1_793_527_200_000,
      answers: { preferences: false, statistics: true, marketing: false },
    });
  });

  it('are none where it has written them by itself', () => {
    expect(read(cookiebot, stored('implied'))).toBeUndefined();
    expect(read(cookiebot, stored('explicit').replace('method', 'how'))).toBeUndefined();
  });

  it.each(HOSTILE)('are none in %j', (text) => {
    expect(read(cookiebot, text)).toBeUndefined();
  });
});

describe('the stored answers of OneTrust', () => {
  const stored = (intType: string, more = '') => ({
    OptanonConsent: `isGpcEnabled=0&version=202411.1.0&interactionCount=1&groups=C0001%3A1%2CC0002%3A1%2CC0004%3A0&intType=${intType}${more}`,
    OptanonAlertBoxClosed: AT,
  });

  it('are a yes only where everything was allowed in the banner, and a no wherever a group is off', () => {
    expect(read(onetrust, stored('1'))).toEqual({
      at: Date.parse(AT),
      answers: { C0001: true, C0002: true, C0004: false },
    });
    expect(read(onetrust, stored('3'))?.answers).toEqual({ C0004: false });
  });

  it('are none while its banner was not closed, or while it waits to ask again', () => {
    expect(read(onetrust, { ...stored('1'), OptanonAlertBoxClosed: '' })).toBeUndefined();
    expect(read(onetrust, stored('1', '&AwaitingReconsent=true'))).toBeUndefined();
  });

  it.each(HOSTILE)('are none in %j', (text) => {
    const found = read(onetrust, { OptanonConsent: text, OptanonAlertBoxClosed: AT });
    expect(found?.answers).toEqual({});
  });
});

describe('the names on elements', () => {
  const namesOn = (peer: Peer, html: string) => {
    document.body.innerHTML = html;
    const { selector, namesOn } = peer.markup ?? { selector: 'none', namesOn: () => [] };
    return [...document.querySelectorAll(selector)].map((element) => namesOn(element));
  };

  it('are read as each consent manager writes them', () => {
    expect(namesOn(klaro, '<script type="text/plain" data-name="counter"></script>')).toEqual([['counter']]);
    expect(
      namesOn(vanillaCookieconsent, '<script type="text/plain" data-category="a" data-service="b"></script>'),
    ).toEqual([['a', 'b']]);
    expect(namesOn(cookiebot, '<iframe data-cookieconsent="statistics, marketing"></iframe>')).toEqual([
      ['statistics', 'marketing'],
    ]);
    expect(namesOn(onetrust, '<img class="wide optanon-category-C0002-C0004 x">')).toEqual([
      ['C0002', 'C0004'],
    ]);
    expect(
      namesOn(onetrust, '<script type="text/plain" class="optanon-category-C0003,C0005"></script>'),
    ).toEqual([['C0003', 'C0005']]);
  });

  it('are not looked for on scripts that run by themselves', () => {
    expect(namesOn(klaro, '<script data-name="counter" src="x"></script>')).toEqual([]);
    expect(namesOn(cookiebot, '<script data-cookieconsent="ignore"></script>')).toEqual([]);
  });
});
