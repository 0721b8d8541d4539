import { describe, expect, it } from 'vitest';
import type { AdapterCatalogue } from './catalogue.js';
import { lintHosts } from './lint-hosts.js';
import type { ConsentryConfig } from './schema.js';

const catalogue = { counter: { hosts: ['counter.example'] } } as unknown as AdapterCatalogue;
const found = (vendor: object, gate?: object) =>
  lintHosts(
    {
      ...{ site: 's', languages: ['en'], purposes: { analytics: { label: 'A' } } },
      vendors: { counter: vendor },
      ...(gate ? { gate } : {}),
    } as unknown as ConsentryConfig,
    catalogue,
  ).map(({ path }) => path);
const on = (src: string) => ({ options: { src } });

describe('hosts that options of vendors name', () => {
  it('are told of where a tag for them would not wait', () => {
    expect(found(on('https://cdn.elsewhere.example/a.js'))).toEqual(['vendors.counter.options.src']);
    expect(found(on('//elsewhere.example/a.js'))).toEqual(['vendors.counter.options.src']);
    // A name that only ends alike is another one.
    expect(found(on('https://mycounter.example/a.js'))).toHaveLength(1);
  });

  it('are in order where the vendor has them, or the site has named them itself', () => {
    for (const src of ['https://counter.example/a.js', 'https://cdn.counter.example:8443/a.js'])
      expect(found(on(src))).toEqual([]);
    const elsewhere = on('https://cdn.elsewhere.example/a.js');
    expect(found({ ...elsewhere, hosts: ['counter.example', 'elsewhere.example/a'] })).toEqual([]);
    expect(found(elsewhere, { hosts: ['elsewhere.example'] })).toEqual([]);
  });

  it('are not looked at where nothing waits by its host, or the vendor is off, or there is no host', () => {
    const elsewhere = on('https://elsewhere.example/a.js');
    expect(found(elsewhere, { layer: 'marked' })).toEqual([]);
    expect(found({ ...elsewhere, enabled: false })).toEqual([]);
    for (const src of ['/a.js', 'a.js', 'http://', 'G-ABC123']) expect(found(on(src))).toEqual([]);
  });
});
