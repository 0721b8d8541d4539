import type { ConsentRecord } from '@consentry/receipts';

/** How a person stands on a purpose, as far as anything can be told to a service. */
export type ActStatus = 'granted' | 'denied' | 'withdrawn' | 'revoked';

/** What was last said on one purpose. */
export interface Standing {
  readonly status: ActStatus;
  /** ISO time it was said, by the visitor's clock but never later than the record arrived. */
  readonly at: string;
  /** Id of the consent record that proves it. */
  readonly record: string;
}

/** Standings by purpose. A purpose that is not there was never decided on: `undecided` is not a refusal. */
export type Standings = Readonly<Record<string, Standing>>;

/** Something said on one purpose that one connector carries. */
export interface Act extends Standing {
  readonly connector: string;
  readonly purpose: string;
}

/** Purposes by the connector that carries them. */
export type Carriers = Readonly<Record<string, readonly string[]>>;

const STATUS = { grant: 'granted', deny: 'denied', withdraw: 'withdrawn', revoke: 'revoked' } as const;

/**
 * What a record says that is new. Its choices only: the statuses beside them repeat what this browser was
 * told earlier, and another browser of the same person may know better since.
 */
export function actsOf(record: ConsentRecord, receivedAt: string, carriers: Carriers): Act[] {
  // A clock that is ahead must not outlive what is said later.
  const at = record.givenAt < receivedAt ? record.givenAt : receivedAt;
  return Object.entries(carriers).flatMap(([connector, purposes]) =>
    purposes
      .filter((purpose) => Object.hasOwn(record.choices, purpose))
      .map((purpose) => ({
        connector,
        purpose,
        status: STATUS[record.choices[purpose] as keyof typeof STATUS],
        at,
        record: record.id,
      })),
  );
}

/**
 * The standings after `acts`, or nothing when they stay the same. Several browsers feed one person, late and
 * with wrong clocks, so doubt withholds: a refusal that arrives counts whatever its clock says, a grant only
 * if nothing later is known. `earlier` acts were there before the link and are news to nobody: the later one
 * counts.
 */
export function applyActs(
  standings: Standings,
  acts: readonly Act[],
  { earlier = false } = {},
): Standings | undefined {
  const after: Record<string, Standing> = { ...standings };
  let changed = false;
  for (const { purpose, status, at, record } of acts) {
    const there = after[purpose];
    const isOlder = there !== undefined && at < there.at;
    if (there?.record === record || (isOlder && (earlier || status === 'granted'))) continue;
    after[purpose] = { status, at: isOlder ? there.at : at, record };
    changed = true;
  }
  return changed ? after : undefined;
}
