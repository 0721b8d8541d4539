import { packHashes } from '../log/grow-log.js';
import { followOn } from '../transfer/follow-on.js';
import { TRANSFER_TABLES, type Transfer } from '../transfer/tables.js';
import { fromBytes } from './sqlite-bytes.js';
import type { SqliteDatabase } from './sqlite-driver.js';
import type { SqliteLog } from './sqlite-log.js';
import { inTransaction } from './sqlite-transaction.js';

/** A {@link Transfer} that answers at once. */
export type SqliteTransfer = {
  readonly [Method in keyof Transfer]: (
    ...values: Parameters<Transfer[Method]>
  ) => Awaited<ReturnType<Transfer[Method]>>;
};

/** Reads out and fills the tables of a SQLite database. */
export function createSqliteTransfer(database: SqliteDatabase, log: SqliteLog): SqliteTransfer {
  const tableOf = (name: string) => {
    const table = TRANSFER_TABLES.find((each) => each.name === name);
    if (!table) throw new Error(`There is no table ${name}.`);
    return { ...table, names: Object.keys(table.columns), key: table.key[0] };
  };
  return {
    read({ table, after, limit }) {
      const { name, names, key } = tableOf(table);
      const sql = `SELECT ${names.join(', ')}, ${key} AS transfer_key FROM ${name}
        WHERE ${after === undefined ? 'TRUE' : `${key} > ?`} ORDER BY ${key} LIMIT ?`;
      const found = database.prepare(sql).all(...(after === undefined ? [] : [after]), limit);
      return {
        rows: found.map((row) => names.map((column) => row[column] as string | number)),
        last: found.at(-1)?.transfer_key as string | number | undefined,
      };
    },
    write({ table, rows }) {
      const { name, names } = tableOf(table);
      const insert = database.prepare(
        `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      );
      inTransaction(database, () => {
        for (const row of rows) insert.run(...row);
      });
    },
    writeLog: (rows) =>
      inTransaction(database, () => {
        const { state, nodes } = followOn(log.state(), rows);
        const addRow = database.prepare(
          'INSERT INTO log (position, entry, commitment, chain) VALUES (?, ?, ?, ?)',
        );
        const addNode = database.prepare('INSERT INTO log_nodes (level, number, hash) VALUES (?, ?, ?)');
        for (const { position, entry, commitment, chain } of rows)
          addRow.run(position, entry, fromBytes(commitment), fromBytes(chain));
        for (const { level, index, hash } of nodes) addNode.run(level, index, fromBytes(hash));
        database
          .prepare('INSERT OR REPLACE INTO log_state (one, size, hashes, chain) VALUES (1, ?, ?, ?)')
          .run(state.size, fromBytes(packHashes(state.hashes)), fromBytes(state.chain));
      }),
    finish: () => {},
  };
}
