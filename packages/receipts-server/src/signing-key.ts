import { createPrivateKey as createKeyObject, randomUUID, sign } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  createPrivateKey,
  importSigningKey,
  type PrivateKey,
  type PublicKey,
  type SigningKey,
} from '@consentry/receipts';
import { ReceiptsServerError } from './errors.js';

/**
 * The Ed25519 key in `file`, a JWK that only its owner may read. Makes one when there is none; of several
 * processes that start at once, all get the same. Losing the file does not void old receipts, as long as
 * the public key is still published.
 */
export async function loadOrCreateSigningKey(file: string): Promise<SigningKey> {
  const text = (await readIfThere(file)) ?? (await create(file));
  try {
    const pair = JSON.parse(text) as PrivateKey;
    // WebCrypto looks at whether the halves belong together, and signs in five times the time that OpenSSL takes,
    // most of it on the way to another thread and back.
    const checked = await importSigningKey(pair);
    const { kty, crv, x, d } = pair;
    const key = createKeyObject({ key: { kty, crv, x, d }, format: 'jwk' });
    return { ...checked, sign: async (bytes) => new Uint8Array(sign(null, bytes, key)) };
  } catch (cause) {
    throw new ReceiptsServerError(
      'key-unreadable',
      `${file} holds no Ed25519 key as JWK: restore it, or move it away to get a new one.`,
      { cause },
    );
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Puts a new key into `file`. The public half of the one before goes into `previousFile`, `{ "keys": [ … ] }`, first:
 * at no moment is there something signed by a key that nobody can look up.
 */
export async function rotateSigningKey(
  file: string,
  previousFile: string,
): Promise<{ readonly keyId: string; readonly previous: string }> {
  const { keyId: previous, publicKey } = await loadOrCreateSigningKey(file);
  const { kty, crv, x } = publicKey;
  const before = await loadPreviousKeys(previousFile);
  const keys = [{ kty, crv, x }, ...before.filter((key) => key.x !== x)];
  await rename(await writeDraft(previousFile, { keys }), previousFile);
  await rename(await writeDraft(file, await createPrivateKey()), file);
  return { keyId: (await loadOrCreateSigningKey(file)).keyId, previous };
}

/** The keys that signed before, in a file of {@link rotateSigningKey}; none when there is no such file. */
export async function loadPreviousKeys(file: string): Promise<PublicKey[]> {
  const text = await readIfThere(file);
  return text === undefined ? [] : (JSON.parse(text) as { keys: PublicKey[] }).keys;
}

async function create(file: string): Promise<string> {
  const draft = await writeDraft(file, await createPrivateKey());
  // A link appears whole or not at all, and unlike a rename never replaces the key of a faster process.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}

/** Writes beside `file`, flushed and readable by its owner only. */
async function writeDraft(file: string, contents: unknown): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(contents)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}
