import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOrCreateSigningKey } from './signing-key.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-key-'));
  file = join(folder, 'keys', 'signing.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('loadOrCreateSigningKey', () => {
  it('makes a key that only its owner may read, and leaves no draft behind', async () => {
    await loadOrCreateSigningKey(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['signing.json']);
  });

  it('gives the same key next time', async () => {
    const { keyId } = await loadOrCreateSigningKey(file);
    expect((await loadOrCreateSigningKey(file)).keyId).toBe(keyId);
  });

  it('gives all who start at once the same key', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateSigningKey(file)));
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(1);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['signing.json']);
  });

  it.each(['', '{}', 'null', '{"kty":"RSA"}'])(
    'refuses a file that holds %j and leaves it as it is',
    async (text) => {
      const broken = join(folder, 'signing.json');
      writeFileSync(broken, text);
      await expect(loadOrCreateSigningKey(broken)).rejects.toMatchObject({ code: 'key-unreadable' });
      expect(readFileSync(broken, 'utf8')).toBe(text);
    },
  );

  it('does not take a place it cannot read for one without a key', async () => {
    await expect(loadOrCreateSigningKey(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
