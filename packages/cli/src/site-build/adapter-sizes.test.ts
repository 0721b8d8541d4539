import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { factoryName, loadCatalogue } from '../adapter-catalogue.js';
import { bundle } from './bundle.js';

const budgets = JSON.parse(
  readFileSync(new URL('../../../../test/size/budgets.json', import.meta.url), 'utf8'),
) as { adapter: number; adapterMedian: number };
const sizes: [id: string, bytes: number][] = [];

/** Bytes of a script, minified as builds do it and compressed with brotli 11. */
async function sizeOf(entry: string): Promise<number> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(await bundle(entry), { params }).length;
}

beforeAll(async () => {
  for (const id of Object.keys(await loadCatalogue())) {
    // Alone, with what it shares with others: a site with one vendor downloads that too.
    const entry = `import { ${factoryName(id)} as use } from '@consentry/adapters/${id}';\nglobalThis.use = use;`;
    sizes.push([id, await sizeOf(entry)]);
  }
  sizes.sort(([, a], [, b]) => a - b);
  console.log(sizes.map(([id, bytes]) => `${id.padEnd(28)}${`${bytes}`.padStart(5)}`).join('\n'));
}, 180_000);

describe('an adapter alone, minified and compressed', () => {
  it('costs a site at most what the budget allows', () => {
    expect(sizes.filter(([, bytes]) => bytes > budgets.adapter)).toEqual([]);
  });

  it('costs less than the budget of the median in half of the cases', () => {
    const [, median = Number.POSITIVE_INFINITY] = sizes[Math.floor(sizes.length / 2)] ?? [];
    console.log(`median ${median} of ${sizes.length} adapters`);
    expect(median).toBeLessThan(budgets.adapterMedian);
  });

  it('carries nothing of the description that visitors are told', async () => {
    const script = await bundle(
      `import { metaPixel } from '@consentry/adapters/meta-pixel';\nglobalThis.use = metaPixel;`,
    );
    expect(script).toContain('fbevents.js');
    expect(script).not.toMatch(/Meta Platforms|policyUrl|P90D/);
  });
});
