import { describe, expect, it } from 'vitest';
import { aRecord } from '../../../test/support/a-record.js';
import { type DecisionCookie, renewDecisionCookie } from './decision-cookie.js';

const record = aRecord();
const { id: hexId } = record;
const value = `1.3.i.${record.subject}.t3f9k0.${hexId}.g0~AbCd.d5~Ef_hIj-l`;
const renew = (
  cookie: string,
  settings: DecisionCookie = {},
  url = 'https://example.com/',
  origin?: string,
) =>
  renewDecisionCookie(
    new Request(url, { headers: { cookie, ...(origin ? { origin } : {}) } }),
    record,
    settings,
  );

describe('renewDecisionCookie', () => {
  it("sets the record's own cookie again, unchanged", () => {
    expect(renew(`theme=dark; consentry=${value}; basket=3`)).toBe(
      `consentry=${value}; Path=/; Max-Age=15552000; SameSite=Lax; Secure`,
    );
  });

  it('sets it for the domain, name and time of the config', () => {
    expect(renew(`choice=${value}`, { name: 'choice', domain: 'example.com', maxAgeDays: 1 })).toBe(
      `choice=${value}; Path=/; Max-Age=86400; SameSite=Lax; Secure; Domain=example.com`,
    );
  });

  it('is Secure on https and not on http, whatever stands before the server', () => {
    expect(renew(`consentry=${value}`, {}, 'http://localhost/')).not.toContain('Secure');
    expect(renew(`consentry=${value}`, {}, 'http://example.com/', 'https://example.com')).toContain('Secure');
    expect(renew(`consentry=${value}`, { secure: true }, 'http://example.com/')).toContain('Secure');
  });

  it.each([
    ['no cookie', ''],
    ['a cookie of another name', `consentry2=${value}`],
    ['the cookie of another subject', `consentry=${value.replace(record.subject, 'B'.repeat(22))}`],
    ['the cookie of a later decision', `consentry=${value.replace(hexId, 'f'.repeat(32))}`],
    ['a cookie without a record', `consentry=${value.replace(hexId, '')}`],
    ['a cookie of another version', `consentry=2${value.slice(1)}`],
    ['a cookie with something behind it', `consentry=${value}.x`],
    ['a quoted cookie', `consentry="${value}"`],
    ['a cookie longer than any of ours', `consentry=${value}${'AbCd'.repeat(600)}`],
    ['two cookies that disagree', `consentry=${value}; consentry=${value}.g1~AAAA`],
  ])('sets nothing for %s', (_, cookie) => {
    expect(renew(cookie)).toBeUndefined();
  });

  it('takes two equal cookies for one', () => {
    expect(renew(`consentry=${value}; consentry=${value}`)).toContain(value);
  });
});
