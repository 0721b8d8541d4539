import { fromBase64, toBase64 } from '../base64.js';
import { fromBase64url } from '../base64url.js';
import { isSignedBy, type PublicKey, readPublicKey, type SigningKey } from '../key.js';
import { sha256Bytes } from './sha256-bytes.js';
import { isSameHash } from './tree-hash.js';

/** A line below a note: who signed it. */
export interface NoteSignature {
  /** Name of the key, e.g. `"example.com/consentry-log"`. */
  readonly name: string;
  /** Four bytes that tell the keys of one name apart. */
  readonly keyHash: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** A text with its signatures, not yet believed. */
export interface Note {
  /** With its last line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const ED25519 = 1;
const MOST_BYTES = 16 * 1024;
// Of the control characters, only the line feed may stand in a note.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const SIGNATURE_LINE = /^\u2014 ([^\s+]+) (\S+)$/u;
const KEY_NAME = /^[!-*,-~]{1,200}$/;

/** Whether a key may have this name: visible ASCII without spaces and plus. */
export function isKeyName(name: string): boolean {
  return KEY_NAME.test(name);
}

/** Signs `text` as a C2SP signed note (https://c2sp.org/signed-note). The text ends in a line feed. */
export async function signNote(text: string, name: string, key: SigningKey): Promise<string> {
  const signature = await key.sign(new TextEncoder().encode(text));
  const line = new Uint8Array(4 + signature.length);
  line.set(keyHashOf(name, key.publicKey));
  line.set(signature, 4);
  return `${text}\n\u2014 ${name} ${toBase64(line)}\n`;
}

/** Reads a note from outside; nothing when it is none. Says nothing about who signed it. */
export function parseNote(note: string): Note | undefined {
  if (note.length > MOST_BYTES || CONTROL.test(note)) return undefined;
  // The last empty line is the one that counts: the text may have others.
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (!name || !bytes || bytes.length < 5) return undefined;
    signatures.push({ name, keyHash: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return { text: note.slice(0, end + 1), signatures };
}

/**
 * Whether one of `trustedKeys` (JWKs) signed the note under this name: `bad-signature` when a key that is named
 * did not, `unknown-key` when none of them is named. Signatures of others are passed over.
 */
export async function checkNote(
  { text, signatures }: Note,
  name: string,
  trustedKeys: readonly unknown[],
): Promise<'ok' | 'unknown-key' | 'bad-signature'> {
  let isKnown = false;
  for (const candidate of trustedKeys) {
    const key = readPublicKey(candidate);
    if (!key) continue;
    const keyHash = keyHashOf(name, key);
    for (const each of signatures) {
      if (each.name !== name || !isSameHash(each.keyHash, keyHash)) continue;
      if (await isSignedBy(key, each.signature, new TextEncoder().encode(text))) isKnown = true;
      else return 'bad-signature';
    }
  }
  return isKnown ? 'ok' : 'unknown-key';
}

/** The key as Go's and C2SP's tools take it: `name+hash+key`. */
export function toVerifierKey(name: string, key: PublicKey): string {
  const bytes = new Uint8Array([ED25519, ...(fromBase64url(key.x) ?? [])]);
  const hash = [...keyHashOf(name, key)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${name}+${hash}+${toBase64(bytes)}`;
}

function keyHashOf(name: string, { x }: PublicKey): Uint8Array {
  const key = fromBase64url(x) ?? new Uint8Array();
  return sha256Bytes(new Uint8Array([...new TextEncoder().encode(`${name}\n`), ED25519, ...key])).slice(0, 4);
}
