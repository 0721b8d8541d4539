import { issueToken, type Role, rotateToken, type StoredToken } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import { openServerStore, type StorePlace } from '../open-store.js';
import { say } from '../say.js';

/** Options of {@link token}. */
export interface TokenOptions extends StorePlace {
  /** `create`, `list`, `rotate` or `revoke`. */
  readonly action: string;
  /** Id of the token to rotate or revoke. */
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly label: string;
  /** Days until a new token expires. */
  readonly days: number;
  /** Hours that a rotated token stays valid. */
  readonly graceHours: number;
  /** One JSON object instead of lines. @default false */
  readonly json?: boolean;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

const ROLES: readonly string[] = ['writer', 'reader', 'admin'];
type IssuedToken = Awaited<ReturnType<typeof issueToken>>;
const HOUR_MS = 3_600_000;

/** `consentry token …`: makes, lists, rotates and revokes tokens; also beside a running server. */
export async function token(options: TokenOptions, print: (line: string) => void): Promise<void> {
  const { action, id, role = '', label, days, graceHours, json = false, now = Date.now } = options;
  if (action === 'create' && !ROLES.includes(role))
    throw new CommandError(`--role: is "${role}"; expected ${ROLES.join(', ')}.`, 2);
  if ((action === 'rotate' || action === 'revoke') && !id)
    throw new CommandError(`Which token? consentry token ${action} ID; see consentry token list.`, 2);
  const store = await openServerStore(options);
  try {
    const { tokens } = store;
    const show = (issued: IssuedToken, more: object = {}, line?: string) =>
      say(print, json, { ...issued, ...more }, [
        `Token      ${issued.token}`,
        `Id         ${issued.id}, expires ${issued.expiresAt}`,
        'It is shown this once: only its hash is kept.',
        ...(line ? [line] : []),
      ]);
    const none = new CommandError(`${id}: there is no such token.`, 1);
    switch (action) {
      case 'create':
        return show(await issueToken(tokens, { role: role as Role, label, days, now: now() }));
      case 'rotate': {
        const issued = await rotateToken(tokens, {
          ...{ id: id ?? '', days, now: now(), graceMs: graceHours * HOUR_MS },
        });
        if (!issued) throw none;
        return show(issued, { replaces: id, graceHours }, `${id} stays valid for ${graceHours} hours.`);
      }
      case 'revoke':
        if (!(await tokens.revoke({ id: id ?? '', at: new Date(now()).toISOString() }))) throw none;
        return say(print, json, { revoked: id }, [`${id} is not valid any more.`]);
      case 'list': {
        // Not even the hash: what a store keeps of it, nobody has to see.
        const all = (await tokens.list()).map(({ hash, ...each }) => each);
        return say(print, json, { tokens: all }, all.map(describe));
      }
      default:
        throw new CommandError(
          `There is no "token ${action}"; there are create, list, rotate and revoke.`,
          2,
        );
    }
  } finally {
    await store.close();
  }
}

function describe({ id, role, revokedAt, expiresAt, label }: Omit<StoredToken, 'hash'>): string {
  const end = revokedAt ? `revoked ${revokedAt}` : `expires ${expiresAt}`;
  return `${id}  ${role.padEnd(6)}  ${end}  ${label}`;
}
