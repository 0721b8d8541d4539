// @vitest-environment node
import { ConsentryError } from '@consentry/core';
import { describe, expect, it } from 'vitest';
import { parsePolicySite } from './policy-site.js';

const SITE = {
  purposes: [
    { id: 'site', exempt: true },
    { id: 'analytics', signals: ['gpc'], since: 2 },
  ],
  vendors: [{ id: 'acme', purposes: ['analytics'], hosts: ['acme.example', 'a:80', 'b.example/c,d', '/px'] }],
  hosts: ['cdn.example'],
  noticeVersion: 2,
  regime: { model: 'opt-out', grantDays: 30 },
  cookie: { name: 'mine' },
};

describe('the site of a policy', () => {
  it('is taken as it was built', () => {
    expect(parsePolicySite(JSON.parse(JSON.stringify(SITE)))).toMatchObject(SITE);
  });

  it('may be as little as its purposes and vendors', () => {
    expect(parsePolicySite({ purposes: [], vendors: [] })).toMatchObject({
      purposes: [],
      vendors: [],
      hosts: [],
    });
  });

  it.each([
    ['nothing', undefined, 'site: '],
    ['a list', [], 'site: '],
    ['a text', '{}', 'site: '],
    ['no purposes', { ...SITE, purposes: undefined }, 'purposes: '],
    ['a purpose that is none', { ...SITE, purposes: ['analytics'] }, 'purposes[0]: '],
    [
      'an exemption that is a word',
      { ...SITE, purposes: [{ id: 'analytics', exempt: 'no' }] },
      'purposes[0].exempt: ',
    ],
    [
      'a signal nobody knows',
      { ...SITE, purposes: [{ id: 'analytics', signals: ['dnt'] }] },
      'purposes[0].signals: ',
    ],
    [
      'signals that are a word',
      { ...SITE, purposes: [{ id: 'analytics', signals: 'gpc' }] },
      'purposes[0].signals: ',
    ],
    ['an id that is none', { ...SITE, purposes: [{ id: 'My purpose' }] }, 'purposes[0].id: '],
    ['no vendors', { ...SITE, vendors: {} }, 'vendors: '],
    ['a vendor of no purpose', { ...SITE, vendors: [{ id: 'acme', purposes: [] }] }, 'vendors[0].purposes: '],
    [
      'a vendor of an unknown purpose',
      { ...SITE, vendors: [{ id: 'acme', purposes: ['x'] }] },
      'vendors[0].purposes: ',
    ],
    ['hosts that are a text', { ...SITE, hosts: 'cdn.example' }, 'hosts: '],
    ['a host that is everybody', { ...SITE, hosts: ['*'] }, 'hosts[0]: '],
    ['a host with a scheme', { ...SITE, hosts: ['https://cdn.example'] }, 'hosts[0]: '],
    ['a host with more behind it', { ...SITE, hosts: ['cdn.example; script-src *'] }, 'hosts[0]: '],
    ['a host with a line break', { ...SITE, hosts: ['cdn.example/\r\nset-cookie:x'] }, 'hosts[0]: '],
    ['a host that is no text', { ...SITE, hosts: [{}] }, 'hosts[0]: '],
    ['the whole site as a path', { ...SITE, hosts: ['/'] }, 'hosts[0]: '],
    ['a regime that is none', { ...SITE, regime: { model: 'yes' } }, 'regime.model: '],
    ['a regime that is a word', { ...SITE, regime: 'opt-out' }, 'regime: '],
    ['a cookie name with more in it', { ...SITE, cookie: { name: 'a=b' } }, 'cookie.name: '],
    ['a notice version below 1', { ...SITE, noticeVersion: 0 }, 'noticeVersion: '],
  ])('is refused with %s, saying where', (_, site, message) => {
    const parse = () => parsePolicySite(site);
    expect(parse).toThrow(ConsentryError);
    expect(parse).toThrow(message);
    try {
      parse();
    } catch (error) {
      expect((error as ConsentryError).code).toBe('invalid-definition');
    }
  });

  it('is refused where two ids are one, by the code that says so', () => {
    const twice = { ...SITE, purposes: [{ id: 'analytics' }, { id: 'analytics' }] };
    expect(() => parsePolicySite(twice)).toThrow(expect.objectContaining({ code: 'duplicate-id' }));
  });
});
