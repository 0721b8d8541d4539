import { toBase64url } from '@consentry/receipts';
import { commitEntry } from '../log/commit-entry.js';
import type { ReceiptStore } from '../store.js';
import type { Erasable } from './people.js';

/** What became of an erasure. */
export interface ErasureOutcome {
  /** Records that were deleted. */
  readonly erased: number;
  /** Subjects whose records have to stay. */
  readonly held: readonly string[];
}

/** Why records are deleted, as it stands in the log. */
export type ErasureReason =
  | { readonly reason: 'request'; readonly request: string }
  | { readonly reason: 'retention'; readonly regime: string; readonly before: string };

const TOGETHER = 500;
const MOST_TRIES = 5;

/**
 * Deletes all records of subjects, with their links to accounts and to people at e-mail services, who are deleted
 * there as well. The log keeps the salted hashes, and says that their contents were deleted. What is held stays.
 */
export async function erasePerson(
  store: Pick<ReceiptStore, 'people' | 'deliveries'>,
  subjects: readonly string[],
  reason: ErasureReason,
  now: number,
): Promise<ErasureOutcome> {
  const holds = new Set((await store.people.legalHolds()).map(({ subject }) => subject));
  const held = subjects.filter((subject) => holds.has(subject));
  let erased = 0;
  for (const subject of subjects.filter((each) => !holds.has(each))) {
    erased += await eraseAll(store, () => store.people.recordsOf({ subject, limit: TOGETHER }), reason, now);
    for (const person of await store.deliveries.contactsOf(subject))
      await store.deliveries.erase({ ...person, now });
    await store.deliveries.unlink(subject);
    await store.people.unlink(subject);
  }
  return { erased, held };
}

/** Deletes what `next` finds until it finds nothing, and says how many there were. */
export async function eraseAll(
  { people }: Pick<ReceiptStore, 'people'>,
  next: () => Promise<Erasable[]>,
  reason: ErasureReason,
  now: number,
): Promise<number> {
  let erased = 0;
  let tries = 0;
  for (let found = await next(); found.length > 0; found = await next()) {
    const commitments = found.map(({ commitment }) => toBase64url(commitment));
    const entry = commitEntry('erasure', { ...reason, erased: commitments }, now);
    const outcome = await people.erase({ ids: found.map(({ id }) => id), entry });
    if (outcome === 'erased') erased += found.length;
    else if (++tries >= MOST_TRIES)
      throw new Error('Records were held or deleted while they were being deleted.');
  }
  return erased;
}
