import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// An export is a promise. A new one is added here by hand, so that it shows in a review.
const modules = import.meta.glob<Record<string, unknown>>('../../packages/*/src/index.ts');

describe('public exports', () => {
  const recorded = JSON.parse(
    readFileSync(new URL('./public-exports.json', import.meta.url), 'utf8'),
  ) as Record<string, string[]>;

  it('are recorded for every package with an index', () => {
    expect(
      Object.keys(modules)
        .map((file) => file.split('/')[3])
        .sort(),
    ).toEqual(Object.keys(recorded).sort());
  });

  it.each(Object.keys(recorded))('of %s are the ones on record', async (name) => {
    const module = await (modules[`../../packages/${name}/src/index.ts`] as () => Promise<object>)();
    expect(Object.keys(module).sort()).toEqual(recorded[name]);
  });
});
