import { sha256 } from '@consentry/receipts';
import { ReceiptsServerError } from './errors.js';
import { HttpProblem } from './http-problem.js';

const MIN_TOKEN_LENGTH = 16;
const HASH = /^sha256-[\w-]{43}$/;

/**
 * A check of requests for one of the tokens. A token may be given as its hash (`sha256` of the receipts
 * package), so that no config file need hold it. Without tokens nobody may read.
 */
export function createTokenCheck(
  tokens: readonly string[],
  doing = 'Reading',
): (request: Request) => Promise<void> {
  for (const token of tokens)
    if (token.length < MIN_TOKEN_LENGTH)
      throw new ReceiptsServerError(
        'invalid-option',
        `A token has ${token.length} characters: use at least ${MIN_TOKEN_LENGTH} random ones.`,
      );
  const hashes = Promise.all(tokens.map((token) => (HASH.test(token) ? token : sha256(token))));
  return async (request) => {
    const given = /^Bearer (.{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const hash = await sha256(given ?? '');
    let known = false;
    for (const each of await hashes) known = isEqual(each, hash) || known;
    if (!known || given === undefined)
      throw new HttpProblem(401, 'unauthorized', `${doing} needs a token: Authorization: Bearer …`, {
        headers: { 'www-authenticate': 'Bearer realm="consentry"' },
      });
  };
}

/** Takes the same time wherever two hashes differ. */
function isEqual(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let i = 0; i < other.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}
