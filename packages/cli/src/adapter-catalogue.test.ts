import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factoryName, loadCatalogue } from './adapter-catalogue.js';

describe('the catalogue', () => {
  it('has every file of the folder of adapters, and nothing else', async () => {
    const files = readdirSync(new URL('../../adapters/src/vendors/', import.meta.url))
      .filter((file) => !file.includes('.test.'))
      .map((file) => file.replace('.ts', ''));
    expect(Object.keys(await loadCatalogue())).toEqual(files.sort());
  });

  it('has what visitors are told of each', async () => {
    for (const description of Object.values(await loadCatalogue()))
      expect(description).toMatchObject({ purpose: expect.any(String), options: expect.any(Object) });
  });
});

it('A factory is named like its file, in camel case', () => {
  expect(factoryName('tag')).toBe('tag');
  expect(factoryName('google-analytics')).toBe('googleAnalytics');
  expect(factoryName('a-b-c')).toBe('aBC');
});
