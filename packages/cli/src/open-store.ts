import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteStore, type ReceiptStore } from '@consentry/receipts-server';
import { CommandError } from './command-error.js';

/** Where a store is. */
export interface StorePlace {
  /** Folder of the data. */
  readonly data: string;
}

/** Opens a store that is there already, for a command beside the server. */
export async function openStore({ data }: StorePlace): Promise<ReceiptStore> {
  const file = join(data, 'receipts.db');
  // Opening it would make it.
  if (!existsSync(file))
    throw new CommandError(`${file}: there is no such file. Name its folder with --data.`, 2);
  return openSqliteStore(file);
}

/** Public halves of the keys in a folder of data: the one that signs, and those before it. */
export async function readOwnKeys(data: string): Promise<unknown[]> {
  const read = async (name: string) => {
    const file = join(data, name);
    return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
  };
  const current = (await read('signing-key.json')) as { kty: string; crv: string; x: string } | undefined;
  const previous = (await read('previous-keys.json')) as { keys: unknown[] } | undefined;
  return [
    ...(current ? [{ kty: current.kty, crv: current.crv, x: current.x }] : []),
    ...(previous?.keys ?? []),
  ];
}
