import type { ConsentReceipt, ConsentRecord, RecordedStatus } from '@consentry/receipts';
import type { StoredRecord } from '../store.js';

/** Who answers for the processing, for exports; the server knows nothing of it by itself. */
export interface Controller {
  readonly name: string;
  /** Postal address in one line. */
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly url?: string | undefined;
  /** Where the privacy notice is. */
  readonly policyUrl?: string | undefined;
  /** Where a choice can be changed. */
  readonly withdrawalUrl?: string | undefined;
  /** Country or state whose law applies, e.g. `"JP"`. */
  readonly jurisdiction?: string | undefined;
  /** Terms of DPV 2.3 for the purposes of the site, e.g. `{ "analytics": "ServiceUsageAnalytics" }`. */
  readonly purposeTerms?: Readonly<Record<string, string>> | undefined;
}

/** Statuses of consent in DPV 2.3. */
export type ConsentState =
  | 'ConsentUnknown'
  | 'ConsentGiven'
  | 'RenewedConsentGiven'
  | 'ConsentRefused'
  | 'ConsentWithdrawn'
  | 'ConsentRevoked'
  | 'ConsentExpired';

/** What one act did to one purpose or vendor. */
export interface ConsentEvent {
  /** Id of the consent record. */
  readonly record: string;
  readonly about: string;
  readonly state: ConsentState;
  /** ISO times: by the visitor's clock, and by the server's. */
  readonly givenAt: string;
  readonly receivedAt: string;
  /** Who acted. */
  readonly by: 'dataSubject' | 'controller';
  /** Where: `banner`, `preferences` and so on. */
  readonly method: string;
  readonly regime: string;
  readonly gpc: boolean;
  readonly notice: ConsentRecord['notice'];
}

/**
 * One record with many events, as ISO/IEC TS 27560:2023 has it: all that one browser's reference said on one site.
 */
export interface ConsentAccount {
  readonly subject: string;
  readonly site: string;
  /** Id of the first consent record. */
  readonly id: string;
  /** Purposes and vendors, with where they stand now. */
  readonly statuses: Readonly<Record<string, RecordedStatus>>;
  readonly events: readonly ConsentEvent[];
  readonly records: readonly { readonly record: ConsentRecord; readonly receipt: ConsentReceipt }[];
}

const STATES: Readonly<Record<RecordedStatus, ConsentState>> = {
  undecided: 'ConsentUnknown',
  granted: 'ConsentGiven',
  denied: 'ConsentRefused',
  withdrawn: 'ConsentWithdrawn',
  expired: 'ConsentExpired',
  revoked: 'ConsentRevoked',
};

/** The accounts in records of whoever, the oldest record first. */
export function toAccounts(stored: readonly StoredRecord[]): ConsentAccount[] {
  const groups = new Map<string, { record: ConsentRecord; receipt: ConsentReceipt }[]>();
  for (const { text, receipt } of stored) {
    const record = JSON.parse(text) as ConsentRecord;
    const key = `${record.subject} ${record.site}`;
    groups.set(key, [...(groups.get(key) ?? []), { record, receipt: JSON.parse(receipt) as ConsentReceipt }]);
  }
  return [...groups.values()].map((records) => {
    const [first, last] = [records[0], records.at(-1)] as [(typeof records)[0], (typeof records)[0]];
    const { subject, site, id } = first.record;
    return { subject, site, id, statuses: last.record.statuses, events: toEvents(records), records };
  });
}

function toEvents(records: ConsentAccount['records']): ConsentEvent[] {
  const before = new Map<string, ConsentState>();
  return records.flatMap(({ record, receipt }) =>
    Object.entries(record.choices).map(([about, choice]) => {
      let state = STATES[record.statuses[about] ?? 'undecided'];
      const wasGiven = /ConsentGiven$/.test(before.get(about) ?? '');
      if (state === 'ConsentGiven' && wasGiven) state = 'RenewedConsentGiven';
      before.set(about, state);
      return {
        ...{ record: record.id, about, state, givenAt: record.givenAt, receivedAt: receipt.receivedAt },
        by: choice === 'revoke' ? ('controller' as const) : ('dataSubject' as const),
        ...{ method: record.via, regime: record.regime, gpc: record.signals.gpc, notice: record.notice },
      };
    }),
  );
}
