import { checkLog } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import type { Progress } from '../command-line/command.js';
import { openStore, readOwnKeys, type StorePlace } from '../open-store.js';
import { readKeys, readText } from '../read-file.js';
import { readWitnessed } from './witness-file.js';

/** Options of {@link verifyLog}. */
export interface VerifyLogOptions extends StorePlace {
  /** @default the keys in the folder of the data */
  readonly keys: string | undefined;
  /** Checkpoints that somebody else kept: their texts, or files of `consentry log witness`. */
  readonly checkpoints: readonly string[];
  readonly json: boolean;
  readonly progress?: Progress;
}

const MOST_SHOWN = 50;

/** `consentry verify --log`: reads a whole database and names everything that is wrong. Changes nothing. */
export async function verifyLog(options: VerifyLogOptions, print: (line: string) => void): Promise<void> {
  const { keys, json } = options;
  const trustedKeys = keys === undefined ? await readOwnKeys(options.data) : await readKeys(keys);
  const checkpoints: string[] = [];
  for (const file of options.checkpoints) checkpoints.push(...readWitnessed(await readText(file)));
  const store = await openStore(options);
  try {
    options.progress?.('Reading the log');
    const found = await checkLog(store, { trustedKeys, checkpoints });
    const { findings } = found;
    if (json) print(JSON.stringify(found, null, 2));
    else {
      print(
        `${found.size} rows, ${found.records} records, ${found.entries} entries of our own, ${found.erased} erased, ` +
          `${found.waiting} waiting, ${found.checkpoints} checkpoints`,
      );
      for (const { code, message } of findings.slice(0, MOST_SHOWN)) print(`${code}: ${message}`);
      if (findings.length > MOST_SHOWN) print(`… and ${findings.length - MOST_SHOWN} more; see --json`);
    }
    if (findings.length > 0)
      throw new CommandError(`The log is not as it was signed: ${findings.length} findings.`, 1);
    if (!json) print('The log is whole: everything is what was signed, and nothing is missing.');
  } finally {
    await store.close();
  }
}
