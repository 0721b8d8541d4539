import { readFile, stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { loadOrCreateToken } from './access-token.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
beforeAll(async () => {
  folder = await createSiteFolder();
});
afterAll(() => folder.clear());

describe('an access token', () => {
  it('is made once, in a folder that is made too, and stays the same', async () => {
    const file = folder.path('deep/data/read-token');
    const token = await loadOrCreateToken(file);
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(await loadOrCreateToken(file)).toBe(token);
    expect(await readFile(file, 'utf8')).toBe(`${token}\n`);
  });

  it('is readable by its owner only', async () => {
    const file = folder.path('owned');
    await loadOrCreateToken(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is another one in another place', async () => {
    expect(await loadOrCreateToken(folder.path('a'))).not.toBe(await loadOrCreateToken(folder.path('b')));
  });

  it('is one for all who ask at the same time', async () => {
    const file = folder.path('busy');
    const tokens = await Promise.all([1, 2, 3].map(() => loadOrCreateToken(file)));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toHaveLength(32);
  });

  it('may be chosen by the operator', async () => {
    await writeFile(folder.path('own'), 'an-own-token-of-enough-length\n');
    expect(await loadOrCreateToken(folder.path('own'))).toBe('an-own-token-of-enough-length');
  });
});
