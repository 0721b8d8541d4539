import { describe, expect, it } from 'vitest';
import { hashShown, sha256 } from './sha256.js';

describe('sha256', () => {
  it('hashes the UTF-8 bytes of a text', async () => {
    // FIPS 180-2 appendix B.1: ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad
    expect(await sha256('abc')).toBe('sha256-ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});

describe('hashShown', () => {
  it('gives the same content the same hash in whatever order its members come', async () => {
    expect(await hashShown({ title: 'こんにちは', layout: 'bar' })).toBe(
      await hashShown({ layout: 'bar', title: 'こんにちは' }),
    );
  });

  it('gives a changed word another hash', async () => {
    expect(await hashShown({ title: 'Grant' })).not.toBe(await hashShown({ title: 'Deny' }));
  });
});
