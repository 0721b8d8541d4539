import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { GOOGLE_ADAPTERS } from '@consentry/adapters/google-consent';
import { beforeAll, describe, expect, it } from 'vitest';
import { factoryName, loadCatalogue } from '../adapter-catalogue.js';
import { bundle } from './bundle.js';

const budgets = JSON.parse(
  readFileSync(new URL('../../../../test/size/budgets.json', import.meta.url), 'utf8'),
) as { adapter: number; adapterMedian: number };
/** Those that tell Google about consent share the code for it, which is weighed once: each beside another of them. */
const GOOGLE = Object.keys(GOOGLE_ADAPTERS);
const sizes: [id: string, bytes: number][] = [];

/** Bytes of a script, compressed with brotli 11. */
function compressed(script: string): number {
  return brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/**
 * What the file that releases grows by when a site names one vendor, and no other: the adapter with all it shares with
 * others, minified as builds do it, compressed together with that file. Options are the site's own bytes.
 */
beforeAll(async () => {
  const withAll = (...ids: string[]) =>
    bundle(
      [
        `import { releaseFile } from '@consentry/browser/release-file';`,
        ...ids.map((id) => `import { ${factoryName(id)} } from '@consentry/adapters/${id}';`),
        `releaseFile([${ids.map((id) => `${factoryName(id)}(window.options)`)}], 'decide');`,
      ].join('\n'),
    );
  const file = await withAll();
  for (const id of Object.keys(await loadCatalogue())) {
    const others = GOOGLE.includes(id) ? GOOGLE.filter((other) => other !== id).slice(0, 1) : [];
    const without = others[0] ? await withAll(...others) : file;
    sizes.push([id, compressed(await withAll(...others, id)) - compressed(without)]);
  }
  sizes.sort(([, a], [, b]) => a - b);
  console.log(sizes.map(([id, bytes]) => `${id.padEnd(28)}${`${bytes}`.padStart(5)}`).join('\n'));
}, 180_000);

describe('an adapter alone, minified and compressed', () => {
  it('costs a site at most what the budget allows', () => {
    const over = sizes.filter(([, bytes]) => bytes > budgets.adapter);
    expect(over).toEqual([]);
  });

  it('costs less than the budget of the median in half of the cases', () => {
    const [, median = Number.POSITIVE_INFINITY] = sizes[Math.floor(sizes.length / 2)] ?? [];
    console.log(`median ${median} of ${sizes.length} adapters`);
    expect(median).toBeLessThan(budgets.adapterMedian);
  });

  it('leaves the names that vendors read as they are', async () => {
    const entry = (id: string) =>
      `import { ${id} } from '@consentry/adapters/${id}';\nglobalThis.use = ${id}(globalThis.options);`;
    // Mixpanel's and PostHog's scripts look for these on their lists.
    expect(await bundle(entry('mixpanel'))).toMatch(/__SV:[\d.]+,people:\[\],_i:/);
    expect(await bundle(entry('posthog'))).toMatch(/\.__SV=1,\w\.people=\[\],\w\._i=\[/);
  });

  it('carries nothing of the description that visitors are told', async () => {
    const script = await bundle(
      `import { metaPixel } from '@consentry/adapters/meta-pixel';\nglobalThis.use = metaPixel;`,
    );
    expect(script).toContain('fbevents.js');
    expect(script).not.toMatch(/Meta Platforms|policyUrl|P90D/);
  });
});
