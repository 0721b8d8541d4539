import {
  type Checkpoint,
  fromBase64url,
  isSameHash,
  provesConsistency,
  verifyCheckpoint,
} from '@consentry/receipts';
import { CommandError } from '../command-error.js';
import { readJson, readKeys, readText } from '../read-file.js';
import { say } from '../say.js';
import { refusal } from './verify.js';

/** Files of {@link verifyCheckpoints}. */
export interface CheckpointFiles {
  readonly older: string;
  readonly newer: string;
  /** Answer of `/.well-known/consentry-log/consistency?from=&to=`; not needed for two of one size. */
  readonly proof: string | undefined;
  readonly keys: string | undefined;
}

/**
 * `consentry verify OLDER NEWER --proof PROOF --keys KEYS`: whether the log of the newer checkpoint began as that of
 * the older one. Reads files only.
 */
export async function verifyCheckpoints(
  files: CheckpointFiles,
  print: (line: string) => void,
  json = false,
): Promise<void> {
  const read = async (file: string): Promise<Checkpoint> => {
    const result = await verifyCheckpoint(await readText(file), await readKeys(files.keys));
    if (!result.ok) throw refusal(file, result, files.keys);
    return result.checkpoint;
  };
  const [older, newer] = [await read(files.older), await read(files.newer)];
  if (older.origin !== newer.origin)
    throw new CommandError(
      `${files.newer}: forked: is of ${newer.origin}, and the other of ${older.origin}.`,
      1,
    );
  if (older.size > newer.size)
    throw new CommandError(
      `${files.newer}: missing: the log had ${older.size} entries and has ${newer.size}. Is the older one named first?`,
      1,
    );
  if (older.size < newer.size && older.size > 0 && files.proof === undefined)
    throw new CommandError(
      `Which proof? --proof FILE, with the answer of /.well-known/consentry-log/consistency?from=${older.size}&to=${newer.size}`,
      2,
    );
  const proof = files.proof === undefined ? [] : await readProof(files.proof);
  const isSame = older.size === newer.size;
  if (isSame ? !isSameHash(older.root, newer.root) : !provesConsistency(older, newer, proof))
    throw new CommandError(
      isSame
        ? `${files.newer}: forked: both are of size ${newer.size}, and of two different logs.`
        : `${files.proof}: forked: it does not lead from the one checkpoint to the other.`,
      1,
    );
  say(print, json, { genuine: true, origin: newer.origin, from: older.size, to: newer.size }, [
    `${newer.origin}: grew from ${older.size} to ${newer.size}, and nothing before that was changed.`,
  ]);
}

async function readProof(file: string): Promise<Uint8Array[]> {
  const { proof } = ((await readJson(file)) ?? {}) as { proof?: unknown };
  const hashes = Array.isArray(proof) ? proof.map((each) => fromBase64url(String(each))) : [undefined];
  if (hashes.some((hash) => hash === undefined))
    throw new CommandError(`${file}: malformed: holds no consistency proof.`, 1);
  return hashes as Uint8Array[];
}
