import { cookieKey } from '@consentry/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConfig, createSiteFolder } from '../../../test/support/site-folder.js';
import { type Catalogue, loadCatalogue } from './adapter-catalogue.js';
import { CommandError } from './command-error.js';
import { readConfigFile } from './config-file.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let catalogue: Catalogue;
beforeAll(async () => {
  folder = await createSiteFolder();
  catalogue = await loadCatalogue();
});
afterAll(() => folder.clear());

async function refusal(file: string): Promise<CommandError> {
  const error = await readConfigFile(file, catalogue).catch((reason) => reason);
  expect(error).toBeInstanceOf(CommandError);
  return error;
}

/** Two ids whose keys in the cookie are the same; among a few thousand there are some. */
function collidingIds(): [string, string] {
  const seen = new Map<string, string>();
  for (let i = 0; ; i++) {
    const id = `vendor-${i}`;
    const other = seen.get(cookieKey(id));
    if (other) return [other, id];
    seen.set(cookieKey(id), id);
  }
}

describe('a config file', () => {
  it('that is right is what it says', async () => {
    const file = await folder.write('right.json', aConfig());
    expect(await readConfigFile(file, catalogue)).toEqual(aConfig());
  });

  it('that is not there, or is a folder, was named wrongly', async () => {
    const missing = await refusal(folder.path('missing.json'));
    expect(missing.message).toBe(`${folder.path('missing.json')}: there is no such file.`);
    expect(missing.exitCode).toBe(2);
    const directory = await refusal(folder.path('.'));
    expect(directory.message).toContain('cannot be read (EISDIR)');
    expect(directory.exitCode).toBe(2);
  });

  it('has all its mistakes listed, each with its line and column', async () => {
    const text = [
      '{',
      '  "site": "shop",',
      '  "languages": ["en"],',
      '  "purposes": { "analytics": { "label": "M" } },',
      '  "vendors": { "google-analitics": {} },',
      '  "regime": { "model": "optin" }',
      '}',
    ].join('\n');
    const file = await folder.write(
      'wrong.json',
      text.replace('{ "model": "optin" }', '{ "model": "opt-in" }'),
    );
    const one = await refusal(file);
    expect(one.exitCode).toBe(1);
    expect(one.message).toMatch(
      /wrong\.json:5:\d+: vendors\.google-analitics: .*"google-analytics"\?\n1 mistake found\.$/,
    );
    await folder.write('wrong.json', aConfig({ languages: [], regime: { model: 'optin' } }));
    const two = await refusal(file);
    expect(two.message).toContain('Did you mean "opt-in"?');
    expect(two.message).toMatch(/\n2 mistakes found\.$/);
    for (const line of two.message.split('\n').slice(0, -1)) expect(line).toMatch(/wrong\.json:\d+:\d+: /);
  });

  it.each(['', '{', 'null', '[]', '{"site": "shop",}', '// comment\n{}'])(
    'that reads %j is refused',
    async (text) => {
      const { exitCode, message } = await refusal(await folder.write('odd.json', text));
      expect(exitCode).toBe(1);
      expect(message).toContain('odd.json:1:');
    },
  );

  it('whose ids would share a key in the cookie is refused', async () => {
    const [first, second] = collidingIds();
    const vendor = {
      adapter: false,
      purposes: ['analytics'],
      name: 'V',
      provider: 'V',
      information: 'I',
      usedFor: 'U',
    };
    const file = await folder.write('keys.json', aConfig({ vendors: { [first]: vendor, [second]: vendor } }));
    const { exitCode, message } = await refusal(file);
    expect(exitCode).toBe(1);
    expect(message).toContain(`"${second}" and "${first}" have the same short cookie key`);
    const alone = await folder.write('keys.json', aConfig({ vendors: { [first]: vendor } }));
    await expect(readConfigFile(alone, catalogue)).resolves.toBeDefined();
  });
});
