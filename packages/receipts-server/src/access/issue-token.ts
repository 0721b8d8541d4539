import { randomBytes } from 'node:crypto';
import { sha256 } from '@consentry/receipts';
import type { Role, StoredToken, Tokens } from './tokens.js';

const DAY_MS = 86_400_000;

/** A token to be made. */
export interface TokenRequest {
  readonly role: Role;
  /** Whose it is, in the owner's words. */
  readonly label: string;
  /** Days until it expires. */
  readonly days: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Makes a token. It is given once: the store keeps its hash. */
export async function issueToken(
  tokens: Tokens,
  { role, label, days, now }: TokenRequest,
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: string }> {
  const token = `consentry_${role}_${randomBytes(24).toString('base64url')}`;
  const id = `tok_${randomBytes(6).toString('base64url')}`;
  const expiresAt = new Date(now + days * DAY_MS).toISOString();
  const createdAt = new Date(now).toISOString();
  await tokens.add({ id, role, label, createdAt, expiresAt, hash: await sha256(token), revokedAt: '' });
  return { id, token, expiresAt };
}

/** Makes a token in the place of another, which stays valid until `graceMs` from now. Nothing when there is none. */
export async function rotateToken(
  tokens: Tokens,
  {
    id,
    days,
    now,
    graceMs,
  }: Omit<TokenRequest, 'role' | 'label'> & { readonly id: string; readonly graceMs: number },
): Promise<Awaited<ReturnType<typeof issueToken>> | undefined> {
  const before: StoredToken | undefined = (await tokens.list()).find((token) => token.id === id);
  if (!before) return undefined;
  const issued = await issueToken(tokens, { role: before.role, label: before.label, days, now });
  await tokens.revoke({ id, at: new Date(now + graceMs).toISOString() });
  return issued;
}
