import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPostgresStore, openSqliteStore, type ReceiptStore } from '@consentry/receipts-server';
import { CommandError } from './command-error.js';

/** Where a store is. */
export interface StorePlace {
  /** Folder of the data. */
  readonly data: string;
  /** Address of a PostgreSQL database, `postgres://…`; the SQLite file in the folder without one. */
  readonly store?: string | undefined;
}

/** Opens a store that is there already, for a command beside the server. */
export async function openStore({ data, store }: StorePlace): Promise<ReceiptStore> {
  if (store !== undefined) return openPostgres(store);
  const file = join(data, 'receipts.db');
  // Opening it would make it.
  if (!existsSync(file))
    throw new CommandError(`${file}: there is no such file. Name its folder with --data.`, 2);
  return openSqliteStore(file);
}

/** Opens the store a server keeps its records in; a folder and SQLite file are made if they are not there. */
export async function openServerStore({ data, store }: StorePlace): Promise<ReceiptStore> {
  if (store !== undefined) return openPostgres(store);
  await mkdir(data, { recursive: true });
  return openSqliteStore(join(data, 'receipts.db'));
}

async function openPostgres(url: string): Promise<ReceiptStore> {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new CommandError(`--store: is "${hidePassword(url)}"; expected postgres://user@host/database.`, 2);
  try {
    return await openPostgresStore(url);
  } catch (cause) {
    throw new CommandError(`${hidePassword(url)}: cannot be used: ${(cause as Error).message}`, 2);
  }
}

/** An address for logs and screens. */
function hidePassword(url: string): string {
  return url.replace(/(\/\/[^/@:]*):[^@]*@/, '$1:…@');
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
