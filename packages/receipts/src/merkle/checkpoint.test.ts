import { describe, expect, it } from 'vitest';
import vectors from '../../../../test/vectors/checkpoint.json' with { type: 'json' };
import { fromBase64 } from '../base64.js';
import { toBase64url } from '../base64url.js';
import { importSigningKey, type PrivateKey } from '../key.js';
import { logOrigin, parseCheckpoint, signCheckpoint, verifyCheckpoint } from './checkpoint.js';
import { checkNote, parseNote, toVerifierKey } from './signed-note.js';

const signingKey = () => importSigningKey(vectors.privateKey as PrivateKey);

describe('a signed note', () => {
  it("of Go's own documentation is believed, and its key has the name it has there", async () => {
    const { note, verifierKey } = vectors.go;
    const bytes = fromBase64(verifierKey.split('+').slice(2).join('+')) as Uint8Array<ArrayBuffer>;
    const key = { kty: 'OKP', crv: 'Ed25519', x: toBase64url(bytes.slice(1)) } as const;
    const parsed = parseNote(note);
    expect(parsed && (await checkNote(parsed, 'PeterNeumann', [key]))).toBe('ok');
    expect(toVerifierKey('PeterNeumann', key)).toBe(verifierKey);
    const changed = parseNote(note.replace('cryptography', 'Cryptography'));
    expect(changed && (await checkNote(changed, 'PeterNeumann', [key]))).toBe('bad-signature');
  });

  it('may have signatures of others, and empty lines in its text', () => {
    const parsed = parseNote(vectors.specification);
    expect(parsed?.text.split('\n')).toHaveLength(5);
    expect(parsed?.signatures.map(({ name }) => name)).toEqual(['quasimodo.example/salvatore']);
  });
});

describe('a checkpoint', () => {
  it('is written as it was frozen', async () => {
    const { origin, size, root, text } = vectors.checkpoint;
    const bytes = fromBase64(root) as Uint8Array;
    expect(await signCheckpoint({ origin, size, root: bytes }, await signingKey())).toBe(text);
    expect(parseCheckpoint(text)).toEqual({ origin, size, root: bytes });
  });

  it('is read from the text of the specification', () => {
    expect(parseCheckpoint(vectors.c2sp)).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20852163,
    });
  });

  it('is named for the site whose log it is of', () => {
    expect(logOrigin('https://example.com')).toBe('example.com/consentry-log');
    expect(logOrigin('http://localhost:4400')).toBe('localhost:4400/consentry-log');
  });

  it.each(vectors.cases)('that is $name is $expected', async ({ note, expected, trustedKeys }) => {
    const result = await verifyCheckpoint(note, trustedKeys);
    expect(result.ok ? 'believed' : result.code).toBe(expected);
  });
});
