import type { Addition } from '../store.js';
import { fromBytes } from './sqlite-bytes.js';

/** A record on its way to the database thread, with its bytes as texts; `acts` as JSON, empty for none. */
export interface AdditionMessage {
  readonly id: string;
  readonly subject: string;
  readonly receivedAt: string;
  readonly text: string;
  readonly hash: string;
  readonly receipt: string;
  readonly salt: string;
  readonly commitment: string;
  readonly acts: string;
  readonly country: string;
}

/** In the order in which they travel. */
const FIELDS = [
  'id',
  'subject',
  'receivedAt',
  'text',
  'hash',
  'receipt',
  'salt',
  'commitment',
  'acts',
  'country',
] as const satisfies readonly (keyof AdditionMessage)[];

/**
 * Writes additions as one flat list of texts. Copied from thread to thread, objects with bytes in them cost the HTTP
 * thread more than all else that it does about a record.
 */
export function packAdditions(additions: readonly Addition[]): string[] {
  return additions.flatMap(({ record, acts, country = '' }) => {
    const message: AdditionMessage = {
      ...record,
      ...{ salt: fromBytes(record.salt), commitment: fromBytes(record.commitment) },
      ...{ acts: acts.length > 0 ? JSON.stringify(acts) : '', country },
    };
    return FIELDS.map((field) => message[field]);
  });
}

/** Reads what {@link packAdditions} wrote. */
export function unpackAdditions(packed: readonly string[]): AdditionMessage[] {
  const additions: AdditionMessage[] = [];
  for (let at = 0; at < packed.length; at += FIELDS.length)
    additions.push(
      Object.fromEntries(FIELDS.map((field, i) => [field, packed[at + i]])) as unknown as AdditionMessage,
    );
  return additions;
}
