import { readFileSync } from 'node:fs';
import { buildSite, loadCatalogue } from '@consentry/cli';
import { type ConsentryConfig, parseConfig } from '@consentry/config';
import { beforeAll, describe, expect, it } from 'vitest';
import { FINDINGS } from '../../packages/adapters/src/lib/google-findings.js';

const site = (google?: object, vendor: object = {}) =>
  ({
    site: 'shop',
    languages: ['en'],
    purposes: { analytics: { label: 'Measuring' } },
    ...(google ? { google } : {}),
    vendors: { 'google-analytics': { options: { measurementId: 'G-A1' }, ...vendor } },
  }) as ConsentryConfig;
const DESCRIBED = {
  adapter: false,
  purposes: ['analytics'],
  name: 'Google Analytics',
  provider: 'Google LLC',
  information: 'Pages viewed',
  usedFor: 'Measuring',
  options: undefined,
};

const CONFIGS = {
  without: site(),
  off: site({ selfCheck: false }),
  checked: site({ selfCheck: true }),
  template: site({ toldBy: 'tag-manager' }, DESCRIBED),
};
/** The file that releases, in a build of each. */
const releases: Record<string, string> = {};
beforeAll(async () => {
  const catalogue = await loadCatalogue();
  for (const [name, config] of Object.entries(CONFIGS)) {
    const { files } = await buildSite(config, catalogue);
    releases[name] = files.find((file) => file.name.startsWith('consentry-release.'))?.content ?? '';
  }
}, 120_000);
async function problemsOf(config: ConsentryConfig) {
  return parseConfig(JSON.stringify(config), await loadCatalogue()).problems?.map(({ path }) => path) ?? [];
}

describe('the self-check of what Google is told', () => {
  it('is explained in the docs, finding by finding', () => {
    const docs = readFileSync('docs/google.md', 'utf8').split('## Troubleshooting')[1] ?? '';
    const explained = [...docs.matchAll(/^\| `(google-[a-z-]+)` +\|/gm)].map(([, code]) => code);
    expect(explained.sort()).toEqual(Object.keys(FINDINGS).sort());
  });

  it('is in a build whose config asks for it, before every adapter', () => {
    const { checked } = releases;
    expect(checked).toContain('google-read-first');
    const order = ['vendor:"google-self-check"', 'measurementId:"G-A1"'].map((text) =>
      checked?.indexOf(text),
    );
    expect(order).toEqual([...order].sort((one = 0, other = 0) => one - other));
    expect(order).not.toContain(-1);
  });

  it('is in no other build, which is the same to the byte as without the setting', () => {
    expect(releases.without).not.toContain('google-read-first');
    expect(releases.off).toBe(releases.without);
  });
});

describe('the docs of what Google is told', () => {
  it('have configs that are right', async () => {
    const blocks = [...readFileSync('docs/google.md', 'utf8').matchAll(/^```json\n(.*?)^```/gms)];
    const purposes = { analytics: { label: 'Measuring' }, marketing: { label: 'Advertising' } };
    expect(blocks).toHaveLength(2);
    for (const [, block] of blocks) {
      const config = { site: 'shop', languages: ['en'], purposes, ...JSON.parse(`{${block}}`) };
      expect(await problemsOf(config)).toEqual([]);
    }
  });
});

describe('a config that leaves it to Tag Manager to tell Google', () => {
  it('is right when it says nothing else of Google', async () => {
    expect(await problemsOf(CONFIGS.template)).toEqual([]);
  });

  it('is a mistake beside an adapter that would tell Google too, or settings that nobody would heed', async () => {
    expect(await problemsOf(site({ toldBy: 'tag-manager' }))).toEqual(['vendors.google-analytics.adapter']);
    expect(await problemsOf(site({ toldBy: 'tag-manager', urlPassthrough: true }, DESCRIBED))).toEqual([
      'google.urlPassthrough',
    ]);
  });

  it('makes a build that tells Google nothing, and the page of every change', () => {
    const { template, without } = releases;
    expect(template).toContain('consentry:change');
    expect(without).not.toContain('consentry:change');
    for (const word of ['ad_storage', 'consentry_update', 'googletagmanager']) {
      expect(template).not.toContain(word);
      expect(without).toContain(word);
    }
  });
});
