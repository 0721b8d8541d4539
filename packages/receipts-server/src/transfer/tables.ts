import type { LogRow } from '../log/receipt-log.js';

/** How a column is stored: `bytes` travel as base64url, `id` is a UUID that may be empty. */
export type ColumnType = 'text' | 'number' | 'bytes' | 'id';

/** A table as it is moved from one store to another. */
export interface TransferTable {
  /** Name of the table in SQLite; in PostgreSQL it has `consentry_` before it. */
  readonly name: string;
  /** What rows are read by, in an order that no row changes. Where the engines differ, SQLite's first. */
  readonly key: readonly [sqlite: string, postgres: string];
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The sequence of PostgreSQL behind a column, which has to go on after the largest value. */
  readonly sequence?: { readonly name: string; readonly column: string };
}

const same = (key: string) => [key, key] as const;

/** Everything a store holds but the log, which is grown anew from its rows. In the order it is written. */
export const TRANSFER_TABLES: readonly TransferTable[] = [
  {
    name: 'records',
    key: ['position', 'number'],
    columns: {
      ...{ position: 'number', id: 'id', subject: 'text', received_at: 'text', text: 'text', hash: 'text' },
      ...{ receipt: 'text', salt: 'bytes', commitment: 'bytes' },
    },
    sequence: { name: 'consentry_record_numbers', column: 'number' },
  },
  {
    name: 'log_entries',
    key: same('id'),
    columns: { id: 'id', kind: 'text', text: 'text', salt: 'bytes', commitment: 'bytes' },
  },
  {
    name: 'log_waiting',
    key: same('number'),
    columns: { number: 'number', entry: 'id', commitment: 'bytes' },
    sequence: { name: 'consentry_log_waiting_number_seq', column: 'number' },
  },
  { name: 'log_keys', key: same('key_id'), columns: { key_id: 'text', x: 'text', since: 'text' } },
  {
    name: 'checkpoints',
    key: same('hour'),
    columns: { hour: 'text', size: 'number', note: 'text', at: 'text' },
  },
  { name: 'shown', key: same('hash'), columns: { hash: 'text', text: 'text' } },
  {
    name: 'accounts',
    key: same('subject'),
    columns: { subject: 'text', account: 'text', linked_at: 'number' },
  },
  { name: 'legal_holds', key: same('subject'), columns: { subject: 'text', reason: 'text', since: 'text' } },
  {
    name: 'tokens',
    key: same('id'),
    columns: {
      ...{ id: 'text', role: 'text', hash: 'text', label: 'text' },
      ...{ created_at: 'text', expires_at: 'text', revoked_at: 'text' },
    },
  },
  {
    name: 'insights',
    key: same('day || key || slot'),
    columns: { day: 'text', key: 'text', slot: 'number', count: 'number', erased: 'number' },
  },
  {
    name: 'drift',
    key: same("site || ' ' || host || ' ' || kind || ' ' || day"),
    columns: {
      ...{ site: 'text', host: 'text', kind: 'text', day: 'text', count: 'number' },
      ...{ first_at: 'text', last_at: 'text' },
    },
  },
  {
    name: 'deliveries',
    key: same('id'),
    columns: {
      ...{
        id: 'number',
        connector: 'text',
        kind: 'text',
        contact: 'text',
        standings: 'text',
        erase: 'number',
      },
      ...{
        memory: 'text',
        version: 'number',
        state: 'text',
        due: 'number',
        lease: 'text',
        leased_until: 'number',
      },
      ...{ attempts: 'number', failing_since: 'number', changed_at: 'number', delivered_at: 'number' },
      ...{ reason: 'text' },
    },
    sequence: { name: 'consentry_deliveries_id_seq', column: 'id' },
  },
  {
    name: 'links',
    key: same("subject || ' ' || connector"),
    columns: { subject: 'text', connector: 'text', delivery: 'number', linked_at: 'number' },
  },
  {
    name: 'holds',
    key: same('connector'),
    columns: { connector: 'text', kind: 'text', since: 'number', until: 'number', reason: 'text' },
  },
];

/** A row on its way: the values in the order of the columns. */
export type TransferRow = readonly (string | number)[];

/** Lets a store be read out and filled. */
export interface Transfer {
  /** Rows after a key, with the key of the last; an empty list at the end. */
  readonly read: (query: {
    readonly table: string;
    readonly after: string | number | undefined;
    readonly limit: number;
  }) => Promise<{ readonly rows: readonly TransferRow[]; readonly last: string | number | undefined }>;
  readonly write: (what: { readonly table: string; readonly rows: readonly TransferRow[] }) => Promise<void>;
  /** Adds rows to the log, and rejects when they do not follow from what is there. */
  readonly writeLog: (rows: readonly LogRow[]) => Promise<void>;
  /** Makes the store ready for new rows. */
  readonly finish: () => Promise<void>;
}
