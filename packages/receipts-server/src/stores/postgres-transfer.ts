import type { ReceiptLog } from '../log/receipt-log.js';
import { followOn } from '../transfer/follow-on.js';
import { type ColumnType, TRANSFER_TABLES, type Transfer } from '../transfer/tables.js';
import { type Connections, toBuffer } from './postgres-connection.js';
import { LOCK_LOG, writeGrowth } from './postgres-log.js';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  ...{ text: 'text', number: 'bigint', bytes: 'bytea', id: 'uuid' },
};

/** Reads out and fills the tables of a PostgreSQL database. */
export function createPostgresTransfer(connections: Connections, log: ReceiptLog): Transfer {
  const tableOf = (name: string) => {
    const table = TRANSFER_TABLES.find((each) => each.name === name);
    if (!table) throw new Error(`There is no table ${name}.`);
    const types = Object.entries(table.columns);
    // The order of storing is called position there and number here.
    const names = types.map(([column]) => (name === 'records' && column === 'position' ? 'number' : column));
    return { table: `consentry_${name}`, key: table.key[1], names, types: types.map(([, type]) => type) };
  };
  return {
    async read({ table: name, after, limit }) {
      const { table, key, names, types } = tableOf(name);
      const found = await connections.query(
        `SELECT ${names.join(', ')}, ${key} AS transfer_key FROM ${table}
          WHERE ${after === undefined ? 'TRUE' : `${key} > $2`} ORDER BY ${key} LIMIT $1`,
        after === undefined ? [limit] : [limit, after],
      );
      return {
        rows: found.map((row) => names.map((column, i) => toValue(row[column], types[i] as ColumnType))),
        last: found.at(-1)?.transfer_key as string | undefined,
      };
    },
    async write({ table: name, rows }) {
      const { table, names, types } = tableOf(name);
      const arrays = types.map((type, i) => rows.map((row) => fromValue(row[i], type)));
      const casts = types.map((type, i) => `$${i + 1}::${SQL_TYPES[type]}[]`);
      await connections.query(
        `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${casts.join(', ')})`,
        arrays,
      );
    },
    writeLog: (rows) =>
      connections.transaction(async (connection) => {
        await connection.query(LOCK_LOG);
        await writeGrowth(connection, followOn(await log.state(), rows));
      }),
    async finish() {
      for (const { name, sequence } of TRANSFER_TABLES)
        if (sequence)
          await connections.query(
            `SELECT setval('${sequence.name}', coalesce((SELECT max(${sequence.column}) FROM consentry_${name}), 0) + 1, false)`,
          );
    },
  };
}

function toValue(value: unknown, type: ColumnType): string | number {
  if (type === 'number') return Number(value);
  if (type === 'bytes') return (value as Buffer).toString('base64url');
  return String(value ?? '');
}

function fromValue(value: string | number | undefined, type: ColumnType): unknown {
  if (type === 'bytes') return toBuffer(Buffer.from(String(value), 'base64url'));
  return type === 'id' && value === '' ? null : value;
}
