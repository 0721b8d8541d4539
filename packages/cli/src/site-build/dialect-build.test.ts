import type { ConsentryConfig } from '@consentry/config';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { buildSite } from './build-site.js';

const CONFIG: ConsentryConfig = {
  site: 'shop',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' } },
  vendors: { 'google-analytics': { options: { measurementId: 'G-SHOP1' } } },
  receipts: { endpoint: '/consentry/records' },
};
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue();
});
/** The files of a build that a page may run, by the part of the name before its hash. */
async function scripts(config: ConsentryConfig) {
  const { files } = await buildSite(config, catalogue);
  return Object.fromEntries(
    files
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, content }) => [name.split('.')[0], content] as const),
  );
}

describe('the build of a site with a dialect', () => {
  it('has in its boot what understands that one consent manager, and in no other file anything else', async () => {
    const without = await scripts(CONFIG);
    const dialect = { of: 'klaro', categories: { strict: 'analytics', ga: 'google-analytics' } } as const;
    const { consentry = '', ...others } = await scripts({ ...CONFIG, dialect });
    expect(consentry).toContain('[data-name]');
    expect(consentry).toContain('consentry-imported');
    for (const other of ['data-category', 'optanon', 'cookieblock', 'data-purpose', 'tarteaucitron'])
      expect(consentry).not.toContain(other);
    // Builds shorten some keys, and these are the pages' words: one of them is among the keys that are.
    expect(consentry).toContain('"strict"');
    expect(without.consentry).not.toMatch(/consentry-imported|data-name/);
    expect(Object.keys(others)).toEqual(Object.keys(without).filter((name) => name !== 'consentry'));
    expect(others['consentry-release']).toBe(without['consentry-release']);
    expect(others['consentry-decide']).toBe(without['consentry-decide']);
  });

  it('has it too where the site marks everything and nothing is guarded', async () => {
    const { consentry = '' } = await scripts({
      ...CONFIG,
      gate: { layer: 'marked' },
      dialect: { of: 'orejime', categories: { stats: 'analytics' } },
    });
    expect(consentry).toContain('template[data-purpose]');
    expect(consentry).not.toContain('sendBeacon');
  });
});
