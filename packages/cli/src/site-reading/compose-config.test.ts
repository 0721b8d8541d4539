import { checkConfig } from '@consentry/config';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../adapter-catalogue.js';
import { composeConfig } from './compose-config.js';

const catalogue = await loadCatalogue();
const adapters = Object.keys(catalogue).filter((id) => id !== 'tag');
const compose = (vendors: string[], languages: string[]) =>
  composeConfig(
    { site: 'shop', languages, vendors: vendors.map((adapter) => ({ adapter })), receipts: true },
    catalogue,
  );

describe('a first config', () => {
  it.each(adapters)('is right with %s, in languages it speaks and in others', (adapter) => {
    const { config } = compose([adapter], ['ja', 'en', 'de']);
    expect(checkConfig(config, catalogue).problems).toBeUndefined();
  });

  it('is right with every adapter at once, and without any', () => {
    for (const vendors of [adapters, []])
      expect(checkConfig(compose(vendors, ['ja']).config, catalogue).problems).toBeUndefined();
  });

  it('names every text that nobody has translated, and no other', () => {
    expect(compose(['google-analytics'], ['ja', 'en']).untranslated).toEqual([]);
    expect(compose(['vimeo'], ['en', 'de']).untranslated).toEqual([
      'purposes.functional.label.de',
      'purposes.functional.description.de',
      'vendors.vimeo.information.de',
      'vendors.vimeo.usedFor.de',
    ]);
  });
});
