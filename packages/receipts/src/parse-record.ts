import { type ConsentRecord, MAX_ENTRIES, RECORD_SCHEMA } from './record.js';
import { entries, isoTime, members, oneOf, type Problem, text, toPlainData, valueThat } from './shape.js';

const itemId = text(/^[a-z][a-z0-9-]{0,49}$/, 'an id of at most 50 lower-case letters, digits and dashes');

/** The notice version stands in the cookie as six characters of base 36. */
const MAX_NOTICE_VERSION = 36 ** 6 - 1;

/** Says what is wrong with a record that is already plain data. */
export const checkRecord = members(
  {
    schema: oneOf(RECORD_SCHEMA),
    id: text(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      'a UUIDv7 in lower case',
    ),
    subject: text(/^[\w-]{22}$/, '22 characters of base64url'),
    site: itemId,
    notice: members(
      {
        version: valueThat(
          (value) =>
            Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_NOTICE_VERSION,
          `a whole number from 1 to ${MAX_NOTICE_VERSION}`,
        ),
      },
      {
        language: text(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/, 'a language tag, e.g. "ja" or "pt-BR"'),
        hash: text(/^sha256-[\w-]{43}$/, '"sha256-" and 43 characters of base64url'),
      },
    ),
    regime: oneOf('opt-in', 'opt-out', 'notice'),
    via: text(/^[A-Za-z][\w-]{0,49}$/, 'a word of at most 50 letters, digits, dashes and underscores'),
    signals: members({
      gpc: valueThat((value) => typeof value === 'boolean', 'true or false'),
    }),
    choices: entries(itemId, oneOf('grant', 'deny', 'withdraw', 'revoke'), MAX_ENTRIES),
    statuses: entries(
      itemId,
      oneOf('undecided', 'granted', 'denied', 'withdrawn', 'expired', 'revoked'),
      MAX_ENTRIES,
    ),
    givenAt: isoTime,
    sdk: text(/^[A-Za-z0-9][\w.+-]{0,49}$/, 'a version of at most 50 characters'),
  },
  {
    previous: text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a UUID in lower case'),
  },
);

/**
 * Reads a consent record out of anything: a fresh copy of it, or the first thing that is wrong with it.
 * Members that the format does not know are refused, so that nothing rides along. Never throws.
 */
export function parseRecord(
  value: unknown,
): { readonly record: ConsentRecord } | { readonly problem: Problem } {
  const plain = toPlainData(value);
  if (!plain) return { problem: { path: '', expected: 'JSON data', got: typeof value } };
  return parsePlainRecord(plain.data);
}

/** The same for what `JSON.parse` has just answered, without a copy. */
export function parsePlainRecord(
  data: unknown,
): { readonly record: ConsentRecord } | { readonly problem: Problem } {
  const problem = checkRecord(data) ?? strayChoice(data as ConsentRecord);
  return problem ? { problem } : { record: data as ConsentRecord };
}

/** A choice on something without a status: not a whole account of the act. */
function strayChoice({ choices, statuses }: ConsentRecord): Problem | undefined {
  const id = Object.keys(choices).find((each) => !Object.hasOwn(statuses, each));
  return id === undefined
    ? undefined
    : { path: `statuses.${id}`, expected: 'a status for this choice', got: 'nothing' };
}
