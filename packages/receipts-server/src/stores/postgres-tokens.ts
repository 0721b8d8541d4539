import type { Tokens } from '../access/tokens.js';
import type { Connections } from './postgres-connection.js';
import { toToken } from './sqlite-tokens.js';

/** The tokens in PostgreSQL. */
export function createPostgresTokens(connections: Connections): Tokens {
  const query = (sql: string, ...values: unknown[]) => connections.query(sql, values);
  return {
    add: async ({ id, role, hash, label, createdAt, expiresAt, revokedAt }) =>
      void (await query(
        `INSERT INTO consentry_tokens (id, role, hash, label, created_at, expires_at, revoked_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        id,
        role,
        hash,
        label,
        createdAt,
        expiresAt,
        revokedAt,
      )),
    find: async (hash) =>
      (await query('SELECT * FROM consentry_tokens WHERE hash = $1', hash)).map(toToken)[0],
    revoke: async ({ id, at }) =>
      (
        await query(
          `UPDATE consentry_tokens SET revoked_at = CASE WHEN revoked_at = '' OR revoked_at > $2 THEN $2 ELSE revoked_at END
            WHERE id = $1 RETURNING id`,
          id,
          at,
        )
      ).length > 0,
    list: async () => (await query('SELECT * FROM consentry_tokens ORDER BY created_at, id')).map(toToken),
  };
}
