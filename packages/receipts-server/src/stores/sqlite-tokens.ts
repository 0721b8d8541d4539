import type { Role, StoredToken, Tokens } from '../access/tokens.js';
import type { SqliteDatabase, SqliteRow } from './sqlite-driver.js';

/** {@link Tokens} that answer at once. */
export type SqliteTokens = {
  readonly [Method in keyof Tokens]: (
    ...values: Parameters<Tokens[Method]>
  ) => Awaited<ReturnType<Tokens[Method]>>;
};

/** The tokens in the table `tokens`. */
export function createTokens(database: SqliteDatabase): SqliteTokens {
  const statement = (sql: string) => database.prepare(sql);
  const insert = statement(
    `INSERT INTO tokens (id, role, hash, label, created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const byHash = statement('SELECT * FROM tokens WHERE hash = ?');
  const byId = statement('SELECT id FROM tokens WHERE id = ?');
  const end = statement(
    "UPDATE tokens SET revoked_at = ? WHERE id = ? AND (revoked_at = '' OR revoked_at > ?)",
  );
  const all = statement('SELECT * FROM tokens ORDER BY created_at, id');
  return {
    add: ({ id, role, hash, label, createdAt, expiresAt, revokedAt }) =>
      void insert.run(id, role, hash, label, createdAt, expiresAt, revokedAt),
    find: (hash) => byHash.all(hash).map(toToken)[0],
    revoke({ id, at }) {
      end.run(at, id, at);
      return byId.all(id).length > 0;
    },
    list: () => all.all().map(toToken),
  };
}

/** A row of `tokens`. */
export function toToken(row: SqliteRow): StoredToken {
  return {
    id: String(row.id),
    role: row.role as Role,
    hash: String(row.hash),
    label: String(row.label),
    createdAt: String(row.created_at),
    expiresAt: String(row.expires_at),
    revokedAt: String(row.revoked_at),
  };
}
