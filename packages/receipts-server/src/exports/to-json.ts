import type { ConsentAccount, Controller } from './consent-account.js';

/** What an export is about. */
export interface ExportSource {
  readonly accounts: readonly ConsentAccount[];
  readonly controller: Controller | undefined;
  /** What was shown, by hash, as far as it was kept. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** ISO time. */
  readonly at: string;
}

/** Our own format, with the receipts: everything that is known, and all that is needed to verify it. */
export function toJson({ accounts, controller, shown, at }: ExportSource): object {
  return {
    schema: 'consentry-export-1',
    exportedAt: at,
    ...(controller ? { controller } : {}),
    accounts: accounts.map(({ subject, site, id, statuses, events, records }) => ({
      ...{ subject, site, recordId: id, statuses, events },
      receipts: records.map(({ receipt }) => receipt),
    })),
    shown,
  };
}
