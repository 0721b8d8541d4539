import { describe, expect, it } from 'vitest';
import { compileDrift } from './compile-drift.js';
import { compilePolicy } from './compile-policy.js';
import type { SiteConfig } from './site-config.js';

const config: SiteConfig = {
  site: 'tea',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' } },
  vendors: {
    counter: { adapter: false, purposes: ['analytics'], hosts: ['counter.example', '/stats/'] },
    tags: {
      adapter: false,
      purposes: ['analytics'],
      hosts: ['tags.example'],
      options: { beforeGrant: 'ping' },
    },
    gone: { adapter: false, purposes: ['analytics'], hosts: ['gone.example'], enabled: false },
    quiet: { adapter: false, purposes: ['analytics'] },
  },
  gate: { hosts: ['fonts.example'] },
  cookie: { domain: 'shop.example' },
};

describe('compileDrift', () => {
  it('makes nothing where the config does not ask for it', () => {
    expect(compileDrift(config, {})).toBeUndefined();
  });

  it('knows the hosts of vendors, those of nobody, and those that are ignored; a vendor that is off is none', () => {
    expect(compileDrift({ ...config, drift: { ignore: ['cdn.example'] } }, {})).toEqual({
      sample: 0,
      build: {
        vendors: [
          { id: 'counter', hosts: ['counter.example', '/stats'] },
          { id: 'tags', hosts: ['tags.example'], early: true },
        ],
        hosts: ['fonts.example', 'shop.example', 'cdn.example'],
      },
    });
  });

  it('tells the server beside the address for records, which the policy lets pages reach', () => {
    const receipts = { endpoint: 'https://consent.example/consentry/records' };
    const site: SiteConfig = { ...config, receipts, drift: { report: 'server', sample: 0.5 } };
    expect(compileDrift(site, {})).toMatchObject({
      sample: 0.5,
      build: { endpoint: 'https://consent.example/consentry/drift' },
    });
    expect(compilePolicy(site, {}).hosts).toContain('consent.example');
    // Without records it is the site itself, which every policy of ours lets through.
    expect(compileDrift({ ...config, drift: { report: 'server' } }, {})).toMatchObject({
      sample: 0.01,
      build: { endpoint: '/consentry/drift' },
    });
  });
});
