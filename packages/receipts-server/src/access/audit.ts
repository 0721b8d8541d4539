import { sha256 } from '@consentry/receipts';
import { commitEntry } from '../log/commit-entry.js';
import type { ReceiptLog } from '../log/receipt-log.js';
import type { Actor } from './authenticate.js';

/** What somebody did, as it stands in the log. Persons stand there as hashes: an erasure must not need to touch it. */
export interface AuditedAct {
  readonly actor: Actor;
  /** e.g. `"records.list"`. */
  readonly action: string;
  /** Id of a record, hash of what was shown, name of a token: what it was about, if that is no person. */
  readonly target?: string | undefined;
  readonly subject?: string | undefined;
  readonly account?: string | undefined;
  /** HTTP status of the answer. */
  readonly status: number;
}

/** Writes an act into the log. Resolves when that is committed, so that nothing is answered that was not audited. */
export async function audit(log: Pick<ReceiptLog, 'add'>, act: AuditedAct, now: number): Promise<void> {
  const { actor, action, target, subject, account, status } = act;
  await log.add(
    commitEntry(
      'audit',
      {
        ...{ actor: actor.id, role: actor.role, action, status },
        ...(target ? { target } : {}),
        ...(subject ? { subjectHash: await sha256(subject) } : {}),
        ...(account ? { accountHash: await sha256(account) } : {}),
      },
      now,
    ),
  );
}
