import { sha256 } from '@consentry/receipts';
import { ReceiptsServerError } from '../errors.js';
import { HttpProblem } from '../http-problem.js';
import type { Role, Tokens } from './tokens.js';

/** Who makes a request. */
export interface Actor {
  /** Name of the token, as it stands in the audit. */
  readonly id: string;
  readonly role: Role;
}

/** Finds out who makes a request, or throws an {@link HttpProblem}: 401 for nobody we know, 403 for too little. */
export type Authenticate = (request: Request, needed: Role) => Promise<Actor>;

const RANK: Readonly<Record<Role, number>> = { writer: 0, reader: 1, admin: 2 };
const MIN_TOKEN_LENGTH = 16;
const HASH = /^sha256-[\w-]{43}$/;

/**
 * A check of requests for a token of the store, or one of those that the options name (or their hashes), which may
 * read. An expired or revoked token is as good as none.
 */
export function createAuthenticate(
  tokens: Pick<Tokens, 'find'>,
  readTokens: readonly string[],
  now: () => number,
): Authenticate {
  for (const token of readTokens)
    if (token.length < MIN_TOKEN_LENGTH)
      throw new ReceiptsServerError(
        'invalid-option',
        `A token has ${token.length} characters: use at least ${MIN_TOKEN_LENGTH} random ones.`,
      );
  const configured = Promise.all(readTokens.map((token) => (HASH.test(token) ? token : sha256(token))));
  const find = async (hash: string): Promise<Actor | undefined> => {
    // Compared as hashes: how long that takes says nothing about the token.
    if ((await configured).includes(hash)) return { id: 'read-token', role: 'reader' };
    const token = await tokens.find(hash);
    const time = new Date(now()).toISOString();
    const isValid = token && token.expiresAt > time && (token.revokedAt === '' || token.revokedAt > time);
    return isValid ? { id: token.id, role: token.role } : undefined;
  };
  return async (request, needed) => {
    const given = /^Bearer (.{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const actor = given === undefined ? undefined : await find(await sha256(given));
    if (!actor)
      throw new HttpProblem(401, 'unauthorized', 'This needs a token: Authorization: Bearer …', {
        headers: { 'www-authenticate': 'Bearer realm="consentry"' },
      });
    if (RANK[actor.role] < RANK[needed])
      throw new HttpProblem(
        403,
        'forbidden',
        `This needs the token of a ${needed}, and yours is of a ${actor.role}.`,
      );
    return actor;
  };
}
