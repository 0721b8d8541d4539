import { describe, expect, it } from 'vitest';
import { checkSite } from './check-site.js';
import { cookieKey, type SiteDefinition } from './site.js';

const site = (change: object): SiteDefinition => ({
  purposes: [{ id: 'analytics' }],
  vendors: [{ id: 'counter', purposes: ['analytics'] }],
  ...change,
});

describe('checkSite', () => {
  it('accepts a right definition and returns it', () => {
    const right = site({ regime: { model: 'notice', grantDays: 365 }, cookie: { name: 'my_consent' } });
    expect(checkSite(right)).toBe(right);
  });

  it.each([
    ['an id with capitals', { purposes: [{ id: 'Analytics' }] }, 'purposes[0].id: expected lower-case'],
    ['an id that is no text', { purposes: [{ id: 7 }] }, 'got 7'],
    [
      'a purpose that does not exist',
      { vendors: [{ id: 'v', purposes: ['ads'] }] },
      'one of analytics, got "ads"',
    ],
    ['a vendor without purposes', { vendors: [{ id: 'v', purposes: [] }] }, 'at least one purpose'],
    ['an unknown signal', { purposes: [{ id: 'analytics', signals: ['dnt'] }] }, 'expected "gpc", got "dnt"'],
    ['an unknown regime', { regime: { model: 'implied' } }, 'regime.model'],
    ['an unknown treatment of GPC', { regime: { gpc: 'ignore' } }, 'regime.gpc'],
    ['a grant for ever', { regime: { grantDays: 4000 } }, 'regime.grantDays'],
    ['a denial for no time', { regime: { denyDays: 0 } }, 'regime.denyDays'],
    ['a broken notice version', { noticeVersion: 0 }, 'noticeVersion'],
    ['something newer than the notice', { purposes: [{ id: 'analytics', since: 2 }] }, 'purposes[0].since'],
    ['a cookie name with a space', { cookie: { name: 'my consent' } }, 'cookie.name'],
  ])('refuses %s and says what was expected', (_, change, message) => {
    expect(() => checkSite(site(change))).toThrow(message);
    expect(() => checkSite(site(change))).toThrow(expect.objectContaining({ code: 'invalid-definition' }));
  });

  it('refuses one id for two things', () => {
    expect(() => checkSite(site({ vendors: [{ id: 'analytics', purposes: ['analytics'] }] }))).toThrow(
      expect.objectContaining({ code: 'duplicate-id' }),
    );
  });

  it('refuses two ids whose cookie keys meet', () => {
    const [first, second] = collision();
    expect(() => checkSite(site({ purposes: [{ id: 'analytics' }, { id: first }, { id: second }] }))).toThrow(
      'same short cookie key',
    );
  });
});

function collision(): [string, string] {
  const seen = new Map<string, string>();
  for (let i = 0; ; i++) {
    const id = `p${i.toString(36)}`;
    const key = cookieKey(id);
    const other = seen.get(key);
    if (other) return [other, id];
    seen.set(key, id);
  }
}
