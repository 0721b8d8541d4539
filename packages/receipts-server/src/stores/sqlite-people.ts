import type { People } from '../people/people.js';
import { toBytes } from './sqlite-bytes.js';
import type { SqliteCounters } from './sqlite-counters.js';
import type { SqliteDatabase, SqliteRow } from './sqlite-driver.js';
import type { SqliteLog } from './sqlite-log.js';
import { inTransaction } from './sqlite-transaction.js';

/** {@link People} who are answered at once. */
export type SqlitePeople = {
  readonly [Method in keyof People]: (
    ...values: Parameters<People[Method]>
  ) => Awaited<ReturnType<People[Method]>>;
};

/** The people in the tables `accounts`, `legal_holds` and `records`. */
export function createPeople(
  database: SqliteDatabase,
  log: SqliteLog,
  counters: SqliteCounters,
): SqlitePeople {
  const statement = (sql: string) => database.prepare(sql);
  const setAccount = statement(
    'INSERT OR REPLACE INTO accounts (subject, account, linked_at) VALUES (?, ?, ?)',
  );
  const dropAccount = statement('DELETE FROM accounts WHERE subject = ?');
  const accountOf = statement('SELECT account FROM accounts WHERE subject = ?');
  const subjectsOf = statement('SELECT subject FROM accounts WHERE account = ? ORDER BY linked_at, subject');
  const setHold = statement('INSERT OR REPLACE INTO legal_holds (subject, reason, since) VALUES (?, ?, ?)');
  const dropHold = statement('DELETE FROM legal_holds WHERE subject = ?');
  const findHold = statement('SELECT subject, reason, since FROM legal_holds WHERE subject = ?');
  const holds = statement('SELECT subject, reason, since FROM legal_holds ORDER BY subject');
  const recordsOf = statement(
    'SELECT id, subject, commitment FROM records WHERE subject = ? ORDER BY position LIMIT ?',
  );
  const expired = statement(
    `SELECT id, subject, commitment FROM records WHERE received_at < ? AND json_extract(text, '$.regime') = ?
      AND NOT EXISTS (SELECT 1 FROM legal_holds h WHERE h.subject = records.subject)
      ORDER BY received_at LIMIT ?`,
  );
  const byId = statement('SELECT subject, text, received_at FROM records WHERE id = ?');
  const dropRecord = statement('DELETE FROM records WHERE id = ?');
  const forgetRow = statement("UPDATE log SET entry = '' WHERE entry = ?");
  const forgetWaiting = statement("UPDATE log_waiting SET entry = '' WHERE entry = ?");
  const account = (subject: string) => {
    const [row] = accountOf.all(subject);
    return row && String(row.account);
  };

  return {
    link: ({ subject, account, now }) => void setAccount.run(subject, account, now),
    unlink: (subject) =>
      inTransaction(database, () => {
        const before = account(subject);
        dropAccount.run(subject);
        return before;
      }),
    subjectsOf: (name) => subjectsOf.all(name).map(({ subject }) => String(subject)),
    accountOf: account,
    hold: ({ subject, reason, since }) => void setHold.run(subject, reason, since),
    release: (subject) =>
      inTransaction(database, () => {
        const [there] = findHold.all(subject);
        dropHold.run(subject);
        return there !== undefined;
      }),
    legalHolds: () =>
      holds.all().map(({ subject, reason, since }) => ({
        subject: String(subject),
        reason: String(reason),
        since: String(since),
      })),
    recordsOf: ({ subject, limit }) => recordsOf.all(subject, limit).map(toErasable),
    expired: ({ regime, before, limit }) => expired.all(before, regime, limit).map(toErasable),
    erase({ ids, entry }) {
      const outcome = inTransaction(database, () => {
        const subjects = ids.map((id) => byId.all(id)[0]?.subject);
        if (subjects.some((subject) => subject === undefined || findHold.all(String(subject)).length > 0))
          return 'changed' as const;
        counters.eraseWithin(
          ids
            .flatMap((id) => byId.all(id))
            .map((row) => ({ text: String(row.text), receivedAt: String(row.received_at) })),
        );
        for (const id of ids) {
          dropRecord.run(id);
          forgetRow.run(id);
          forgetWaiting.run(id);
        }
        log.addWithin(entry);
        return 'erased' as const;
      });
      // The write-ahead log still has the records; this empties it, unless somebody is reading right now.
      if (outcome === 'erased') database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return outcome;
    },
  };
}

function toErasable(row: SqliteRow) {
  return { id: String(row.id), subject: String(row.subject), commitment: toBytes(row.commitment) };
}
