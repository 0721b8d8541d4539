import { describe, expect, it } from 'vitest';
import vectors from '../../../test/vectors/receipt.json' with { type: 'json' };
import { createPrivateKey, importSigningKey, keyThumbprint, type PrivateKey, readPublicKey } from './key.js';

const rfc8032 = vectors.privateKey as PrivateKey;

describe('keyThumbprint', () => {
  it('names the RFC 8032 test key as RFC 8037 does', async () => {
    expect(await keyThumbprint(rfc8032)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });
});

describe('importSigningKey', () => {
  it('signs as RFC 8032 test 1 does', async () => {
    const key = await importSigningKey(rfc8032);
    const signature = await key.sign(new Uint8Array());
    expect(Buffer.from(signature).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  it('keeps the secret half out of what it shows', async () => {
    const key = await importSigningKey(await createPrivateKey());
    expect(Object.keys(key.publicKey).sort()).toEqual(['crv', 'kty', 'x']);
  });

  it('refuses halves that do not belong together', async () => {
    const { d } = await createPrivateKey();
    await expect(importSigningKey({ ...rfc8032, d })).rejects.toThrow();
  });
});

describe('createPrivateKey', () => {
  it('makes another key each time', async () => {
    const [one, other] = [await createPrivateKey(), await createPrivateKey()];
    expect(one.d).not.toBe(other.d);
  });
});

describe('readPublicKey', () => {
  it('takes the public part of a key and nothing else of it', () => {
    expect(readPublicKey({ ...rfc8032, kid: 'mine', use: 'sig' })).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x: rfc8032.x,
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'key'],
    ['another type', { ...rfc8032, kty: 'EC' }],
    ['another curve', { ...rfc8032, crv: 'X25519' }],
    ['no x', { kty: 'OKP', crv: 'Ed25519' }],
    ['a short x', { ...rfc8032, x: 'AAAA' }],
  ])('refuses %s', (_, value) => {
    expect(readPublicKey(value)).toBeUndefined();
  });
});
