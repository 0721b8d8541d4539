import { issueToken, type Role, rotateToken } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import { openServerStore, type StorePlace } from '../open-store.js';

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
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

const ROLES: readonly string[] = ['writer', 'reader', 'admin'];
const HOUR_MS = 3_600_000;

/** `consentry token …`: makes, lists, rotates and revokes tokens; also beside a running server. */
export async function token(options: TokenOptions, print: (line: string) => void): Promise<void> {
  const { action, id, role = '', label, days, graceHours, now = Date.now } = options;
  if (action === 'create' && !ROLES.includes(role))
    throw new CommandError(`--role: is "${role}"; expected ${ROLES.join(', ')}.`, 2);
  if ((action === 'rotate' || action === 'revoke') && !id)
    throw new CommandError(`Which token? consentry token ${action} ID; see consentry token list.`, 2);
  const store = await openServerStore(options);
  try {
    const { tokens } = store;
    const show = (issued: { readonly id: string; readonly token: string; readonly expiresAt: string }) => {
      print(`Token      ${issued.token}`);
      print(`Id         ${issued.id}, expires ${issued.expiresAt}`);
      print('It is shown this once: only its hash is kept.');
    };
    const none = new CommandError(`${id}: there is no such token.`, 1);
    switch (action) {
      case 'create':
        return show(await issueToken(tokens, { role: role as Role, label, days, now: now() }));
      case 'rotate': {
        const issued = await rotateToken(tokens, {
          ...{ id: id ?? '', days, now: now(), graceMs: graceHours * HOUR_MS },
        });
        if (!issued) throw none;
        show(issued);
        return print(`${id} stays valid for ${graceHours} hours.`);
      }
      case 'revoke':
        if (!(await tokens.revoke({ id: id ?? '', at: new Date(now()).toISOString() }))) throw none;
        return print(`${id} is not valid any more.`);
      case 'list':
        for (const each of await tokens.list()) {
          const end = each.revokedAt ? `revoked ${each.revokedAt}` : `expires ${each.expiresAt}`;
          print(`${each.id}  ${each.role.padEnd(6)}  ${end}  ${each.label}`);
        }
        return;
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
