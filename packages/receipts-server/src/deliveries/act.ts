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
  /** Id of the record before, where the act may be no more than a switch that was left on as that had set it. */
  readonly repeats?: string;
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
  // The preferences save all their switches; banners and pages name what they ask about.
  const { previous } = record;
  const repeats = record.via === 'preferences' && previous ? { repeats: previous } : {};
  return Object.entries(carriers).flatMap(([connector, purposes]) =>
    purposes
      .filter((purpose) => Object.hasOwn(record.choices, purpose))
      .map((purpose) => ({
        connector,
        purpose,
        status: STATUS[record.choices[purpose] as keyof typeof STATUS],
        at,
        record: record.id,
        ...repeats,
      })),
  );
}

/** What {@link applyActs} has to know beside the acts. */
export interface Applying {
  /** The acts were there before the link and are news to nobody: of two, the later one counts. @default false */
  readonly earlier?: boolean;
  /** The status of a purpose in a record that the same browser sent before. */
  readonly statusIn: (record: string, purpose: string) => string | undefined;
}

/**
 * The standings after `acts`, or nothing when they stay the same. Several browsers feed one person, late and
 * with wrong clocks, so doubt withholds: a refusal that arrives counts whatever its clock says; a grant only
 * if nothing later is known, and it is more than a switch that was left on since before the refusal.
 */
export function applyActs(
  standings: Standings,
  acts: readonly Act[],
  { earlier = false, statusIn }: Applying,
): Standings | undefined {
  const after: Record<string, Standing> = { ...standings };
  let changed = false;
  for (const { purpose, status, at, record, repeats } of acts) {
    const there = after[purpose];
    const isOlder = there !== undefined && at < there.at;
    if (there?.record === record || (isOlder && (earlier || status === 'granted'))) continue;
    const undoes = status === 'granted' && there !== undefined && there.status !== 'granted';
    if (undoes && repeats !== undefined && statusIn(repeats, purpose) === 'granted') continue;
    after[purpose] = { status, at: isOlder ? there.at : at, record };
    changed = true;
  }
  return changed ? after : undefined;
}
