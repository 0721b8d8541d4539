import { fromBase64, toBase64 } from '../base64.js';
import type { SigningKey } from '../key.js';
import { checkNote, isKeyName, parseNote, signNote } from './signed-note.js';
import type { TreeHead } from './verify-proof.js';

/** What a log was at one moment, as it is signed. */
export interface Checkpoint extends TreeHead {
  /** Name of the log, e.g. `"example.com/consentry-log"`; the key that signs has the same. */
  readonly origin: string;
}

/**
 * Why a checkpoint was not believed.
 *
 * - `malformed`: not the text of a checkpoint
 * - `unknown-key`: none of the trusted keys signed it
 * - `bad-signature`: a trusted key that it names did not sign this
 */
export type CheckpointCode = 'malformed' | 'unknown-key' | 'bad-signature';

/** What {@link verifyCheckpoint} found. */
export type CheckpointVerification =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | {
      readonly ok: false;
      readonly code: CheckpointCode;
      /** One sentence for people. */
      readonly reason: string;
    };

/** The name of the log that a site keeps: a schema-less URL, as C2SP asks. */
export function logOrigin(issuer: string): string {
  return `${issuer.replace(/^[a-z]+:\/\//, '').replace(/[\s+]/g, '-')}/consentry-log`;
}

/** The text of a checkpoint (https://c2sp.org/tlog-checkpoint), signed. */
export function signCheckpoint({ origin, size, root }: Checkpoint, key: SigningKey): Promise<string> {
  if (!isKeyName(origin)) throw new TypeError(`"${origin}" is no name for a log.`);
  return signNote(`${origin}\n${size}\n${toBase64(root)}\n`, origin, key);
}

/** Reads the text of a checkpoint; nothing when it is none. Says nothing about who signed it. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  // Lines after the third are extensions, which a reader passes over; none of them is empty.
  const [origin = '', size = '', encoded = '', ...rest] = parseNote(text)?.text.split('\n') ?? [];
  const root = fromBase64(encoded);
  if (rest.pop() !== '' || rest.includes('') || !isKeyName(origin)) return undefined;
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  return root?.length === 32 ? { origin, size: Number(size), root } : undefined;
}

/**
 * Checks a checkpoint without asking anybody: that one of `trustedKeys` (JWKs) signed it under the name of its
 * log. Never rejects, except where the platform has no Ed25519.
 */
export async function verifyCheckpoint(
  text: string,
  trustedKeys: readonly unknown[],
): Promise<CheckpointVerification> {
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(text);
  if (!note || !checkpoint)
    return { ok: false, code: 'malformed', reason: 'This is not the text of a checkpoint.' };
  const code = await checkNote(note, checkpoint.origin, trustedKeys);
  if (code === 'ok') return { ok: true, checkpoint };
  const reason =
    code === 'unknown-key'
      ? 'No trusted key has signed this checkpoint.'
      : 'The key it names did not sign this checkpoint.';
  return { ok: false, code, reason };
}
