import { existsSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import {
  type Checkpoint,
  fromBase64url,
  isSameHash,
  parseCheckpoint,
  provesConsistency,
  verifyCheckpoint,
} from '@consentry/receipts';
import { CommandError } from '../command-error.js';
import { readKeys } from '../read-file.js';
import { say } from '../say.js';
import { readSightings, type Sighting } from './witness-file.js';

/** Options of {@link witness}. */
export interface WitnessOptions {
  /** Origin of the site, e.g. `"https://example.com"`. */
  readonly site: string;
  /** Where checkpoints are kept, one JSON object a line; made if it is not there. */
  readonly file: string;
  /** Keys to trust. @default those that the site published the first time, kept in `<file>.keys.json` */
  readonly keys: string | undefined;
  /** One JSON object instead of a sentence. @default false */
  readonly json?: boolean;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/**
 * `consentry log witness SITE --file FILE`: looks at a site's log, makes sure that it only grew since the last look,
 * and keeps the checkpoint. Meant to be run by somebody else than the site, again and again.
 */
export async function witness(options: WitnessOptions, print: (line: string) => void): Promise<void> {
  const { site, file, json = false, now = Date.now } = options;
  const get = (path: string) => request(site, path, options.fetch ?? fetch);
  const keys = await pinnedKeys(options, get);
  const last = await lastSeen(file);
  const note = await (await get('/.well-known/consentry-log/checkpoint')).text();
  const keep = (sighting: Omit<Sighting, 'seen' | 'note'> = {}) =>
    appendFile(file, `${JSON.stringify({ seen: new Date(now()).toISOString(), note, ...sighting })}\n`);
  const refuse = async (problem: string, reason: string): Promise<never> => {
    // What a site signed and should not have is worth more than what it signed rightly.
    await keep({ problem });
    throw new CommandError(`${site}: ${problem}: ${reason} The checkpoint is kept in ${file}.`, 1, {
      code: problem,
    });
  };

  const verified = await verifyCheckpoint(note, keys);
  if (!verified.ok) return refuse(verified.code, verified.reason);
  const { checkpoint } = verified;
  const tell = (from: number | undefined, sentence: string) => {
    const { origin, size } = checkpoint;
    say(print, json, { origin, ...(from === undefined ? {} : { from }), size }, [`${origin}: ${sentence}`]);
  };
  if (!last) {
    await keep();
    return tell(undefined, `size ${checkpoint.size}, the first that was seen.`);
  }
  if (last.origin !== checkpoint.origin)
    return refuse('forked', `This is the log ${checkpoint.origin}, and it was ${last.origin}.`);
  if (checkpoint.size < last.size)
    return refuse('missing', `The log had ${last.size} entries and has ${checkpoint.size}.`);
  if (checkpoint.size === last.size) {
    if (!isSameHash(checkpoint.root, last.root))
      return refuse('forked', `At size ${last.size} it was another log before.`);
    return tell(last.size, `size ${checkpoint.size}, as before.`);
  }
  const query = `from=${last.size}&to=${checkpoint.size}`;
  const answer = await get(`/.well-known/consentry-log/consistency?${query}`);
  const { proof = [] } = (await answer.json()) as { proof?: string[] };
  const hashes = proof.map((each) => fromBase64url(each) ?? new Uint8Array());
  if (!provesConsistency(last, checkpoint, hashes))
    return refuse(
      'forked',
      `The log of size ${checkpoint.size} did not begin as the one of size ${last.size}.`,
    );
  await keep();
  tell(last.size, `grew from ${last.size} to ${checkpoint.size}, and nothing before that was changed.`);
}

/** The keys of the first look count: a site that could change them could sign any past. */
async function pinnedKeys(
  { file, keys }: WitnessOptions,
  get: (path: string) => Promise<Response>,
): Promise<unknown[]> {
  if (keys !== undefined) return readKeys(keys);
  const pinned = `${file}.keys.json`;
  if (!existsSync(pinned))
    await writeFile(pinned, await (await get('/.well-known/consentry-keys.json')).text());
  return readKeys(pinned);
}

async function lastSeen(file: string): Promise<Checkpoint | undefined> {
  if (!existsSync(file)) return undefined;
  const believed = readSightings(await readFile(file, 'utf8')).filter(({ problem }) => problem === undefined);
  return parseCheckpoint(believed.at(-1)?.note ?? '');
}

async function request(site: string, path: string, ask: typeof fetch): Promise<Response> {
  let answer: Response;
  try {
    answer = await ask(new URL(path, site), { signal: AbortSignal.timeout(30_000) });
  } catch (cause) {
    throw new CommandError(`${site}: does not answer (${(cause as Error).message}).`, 2);
  }
  if (!answer.ok)
    throw new CommandError(`${site}${path}: answered ${answer.status}.`, answer.status === 404 ? 2 : 1);
  return answer;
}
