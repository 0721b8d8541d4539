import type { DecisionLetter, Regime, StoredDecision } from '../decision.js';

/** What the consent cookie says. Decisions are under the short keys of `cookieKey`. */
export interface StoredConsent {
  /** Notice version of the latest decision. */
  readonly noticeVersion: number;
  /** First letter of the regime's model after its "opt-" or as it is: `i`, `o` or `n`. */
  readonly model: string;
  /** Random reference of this browser, 22 characters. */
  readonly subject: string;
  /** Id of the latest consent record, a UUID; empty when none. */
  readonly record: string;
  readonly decisions: ReadonlyMap<string, StoredDecision>;
}

/*
 * Version 1, fields between dots:
 *   1 . notice version, base 36 . regime letter . subject . latest time, seconds base 36 . record id or empty
 *   then a field for each group of equal decisions: status letter, seconds before the latest time in base 36,
 *   "~", the four-character keys one after another.
 * A change of this grammar needs a new first field; test/vectors/cookie.json holds it still.
 */
const FORMAT =
  /^1\.([0-9a-z]{1,6})\.([ion])\.([\w-]{22})\.([0-9a-z]{1,8})\.([0-9a-f-]{36}|)((?:\.[gsdwrv][0-9a-z]{1,8}~(?:\w{4})+)*)$/;

const fromBase36 = (text: string) => Number.parseInt(text, 36);

/** The letter that stands for a regime in the cookie. */
export function regimeLetter(model: Regime): string {
  return model.replace('opt-', '').slice(0, 1);
}

/** The cookie text of `consent`: only letters, digits and `. ~ - _`. */
export function encodeConsent({ noticeVersion, model, subject, record, decisions }: StoredConsent): string {
  const latest = Math.max(0, ...[...decisions.values()].map(([, at]) => at));
  const groups: Record<string, string> = {};
  for (const [key, [letter, at]] of decisions) {
    const head = `.${letter}${(latest - at).toString(36)}~`;
    groups[head] = (groups[head] ?? head) + key;
  }
  const head = ['1', noticeVersion.toString(36), model, subject, latest.toString(36), record];
  return head.join('.') + Object.values(groups).join('');
}

/**
 * Reads a cookie text, which may be anything. Returns nothing for whatever this version would not
 * have written: another version, a broken part, a key decided twice. Never throws.
 */
export function decodeConsent(text: string): StoredConsent | undefined {
  const fields = FORMAT.exec(text);
  if (!fields) return undefined;
  const [, version, model, subject, time, record, groups] = fields as unknown as [string, ...string[]] &
    string[];
  const decisions = new Map<string, StoredDecision>();
  for (const group of (groups as string).split('.').slice(1)) {
    const [head, keys] = group.split('~') as [string, string];
    const at = fromBase36(time as string) - fromBase36(head.slice(1));
    for (const key of keys.match(/.{4}/g) ?? []) {
      if (at < 0 || decisions.has(key)) return undefined;
      decisions.set(key, [head[0] as DecisionLetter, at]);
    }
  }
  return {
    noticeVersion: fromBase36(version as string),
    model: model as string,
    subject: subject as string,
    record: record as string,
    decisions,
  };
}
