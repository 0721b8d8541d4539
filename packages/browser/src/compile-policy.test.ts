import { description as brevo } from '@consentry/adapters/brevo';
import { description as googleAnalytics } from '@consentry/adapters/google-analytics';
import { description as tag } from '@consentry/adapters/tag';
import { createConsentPolicy } from '@consentry/gate/policy';
import { describe, expect, it } from 'vitest';
import { compileDefinition } from './compile.js';
import { compilePolicy } from './compile-policy.js';
import type { SiteConfig, SiteVendor } from './site-config.js';

const DESCRIPTIONS = { brevo, 'google-analytics': googleAnalytics, tag };
const site = (vendors: Record<string, SiteVendor>, changes: Partial<SiteConfig> = {}): SiteConfig => ({
  site: 'shop',
  languages: ['en'],
  purposes: { site: { label: 'S', exempt: true }, analytics: { label: 'A' }, marketing: { label: 'M' } },
  vendors,
  ...changes,
});
const compiled = (vendors: Record<string, SiteVendor>, changes?: Partial<SiteConfig>) =>
  compilePolicy(site(vendors, changes), DESCRIPTIONS);
const hostsOf = (vendor: SiteVendor, id = 'one') => compiled({ [id]: vendor }).vendors[0]?.hosts;

describe('the policy of a site', () => {
  it('decides by what the page decides by', () => {
    const changes: Partial<SiteConfig> = {
      notice: { version: 4 },
      regime: { model: 'opt-out', grantDays: 30 },
      cookie: { name: 'mine' },
    };
    const vendors = { brevo: { since: 3 }, 'google-analytics': {} };
    const policy = compiled(vendors, changes);
    const { purposes, vendors: inPage, ...rules } = compileDefinition(site(vendors, changes), DESCRIPTIONS);
    expect(policy).toMatchObject(rules);
    expect(policy.purposes).toEqual(purposes.map(({ key, ...purpose }) => purpose));
    expect(policy.vendors.map(({ hosts, ...vendor }) => vendor)).toEqual(
      inPage.map(({ key, hosts, ...vendor }) => vendor),
    );
    expect(() => createConsentPolicy(JSON.parse(JSON.stringify(policy)))).not.toThrow();
  });

  it('leaves out a vendor that is off', () => {
    expect(compiled({ brevo: { enabled: false } }).vendors).toEqual([]);
  });

  it("takes a vendor's hosts from its adapter, or from the config instead", () => {
    expect(hostsOf({}, 'brevo')).toEqual(brevo.hosts);
    expect(hostsOf({ hosts: ['brevo.shop.example', '/brevo'] }, 'brevo')).toEqual([
      'brevo.shop.example',
      '/brevo',
    ]);
    expect(hostsOf({ adapter: false, purposes: ['analytics'] })).toEqual([]);
  });

  it('adds what its options load from: other hosts, and paths of the site', () => {
    const options = {
      kind: 'script',
      src: 'https://t.example:8443/a.js?b',
      title: '//odd',
      target: 'main',
      attributes: {},
    };
    expect(hostsOf({ adapter: 'tag', options })).toEqual(['t.example:8443']);
    expect(
      hostsOf({ options: { measurementId: 'G-1', src: '/stats/g.js?v=1' } }, 'google-analytics'),
    ).toEqual([...googleAnalytics.hosts, '/stats/g.js']);
    expect(
      hostsOf({ adapter: 'tag', hosts: ['own.example'], options: { src: 'https://own.example/a.js' } }),
    ).toEqual(['own.example']);
    expect(hostsOf({ adapter: 'tag', options: { src: 'https://' } })).toEqual([]);
  });

  it('lets everybody reach the neutral hosts and where records go, and no vendor', () => {
    const changes = {
      gate: { hosts: ['fonts.example', 'pay.example'] },
      receipts: { endpoint: 'https://records.example/consentry/records' },
    };
    expect(compiled({ brevo: {} }, changes).hosts).toEqual([
      'fonts.example',
      'pay.example',
      'records.example',
    ]);
    expect(compiled({ brevo: {} }, { receipts: { endpoint: '/consentry/records' } }).hosts).toEqual([]);
  });

  it('lets everybody reach a vendor that its owner lets run before a grant, and only then', () => {
    const google = (beforeGrant: string) =>
      compiled({ 'google-analytics': { options: { measurementId: 'G-1', beforeGrant } } }).hosts;
    expect(google('nothing')).toEqual([]);
    expect(google('cookieless-pings')).toEqual(googleAnalytics.hosts);
  });
});
