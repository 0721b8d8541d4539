import type { Regime, StoredDecision } from '../decision.js';

/** What the consent cookie says. Decisions are under the short keys of `cookieKey`. */
export interface StoredConsent {
  /** Random reference of this browser, 22 characters of base64url (128 bits). */
  readonly subject: string;
  /** Notice version of the latest decision. */
  readonly noticeVersion: number;
  readonly model: Regime;
  /** Id of the latest consent record, a UUID; empty when none. */
  readonly record: string;
  readonly decisions: ReadonlyMap<string, StoredDecision>;
}

/*
 * Version 1, fields between dots:
 *   1 . notice version, base 36 . regime letter . subject . latest time, seconds base 36 . record id, 32 hex or empty
 *   then a field for each group of equal decisions: status letter, seconds before the latest time in base 36,
 *   "~", the four-character keys one after another.
 * A change of this grammar needs a new first field; test/vectors/cookie.json holds it still.
 */
const FORMAT = '1';
const MODELS = { i: 'opt-in', o: 'opt-out', n: 'notice' } as const;
const STATUSES = {
  g: { status: 'granted' },
  s: { status: 'granted', overSignal: true },
  d: { status: 'denied' },
  w: { status: 'withdrawn' },
  r: { status: 'revoked' },
  v: { status: 'inherited' },
} as const;
const HEAD =
  /^([0-9a-z]{1,6})\.([ion])\.([\w-]{22})\.([0-9a-z]{1,8})\.((?:[0-9a-f]{32})?)((?:\.[gsdwrv][0-9a-z]{1,8}~(?:[\w-]{4})+)*)$/;
/** Longest cookie text looked at. Ours stay under 300; anything longer is not ours. */
const MAX_LENGTH = 2048;

/** The cookie text of `consent`: only letters, digits and `. ~ - _`. */
export function encodeConsent(consent: StoredConsent): string {
  let latest = 0;
  for (const { at } of consent.decisions.values()) latest = Math.max(latest, at);
  const groups = new Map<string, string>();
  for (const [key, { status, at, overSignal }] of consent.decisions) {
    const letter = overSignal ? 's' : status === 'inherited' ? 'v' : status[0];
    const group = letter + (latest - at).toString(36);
    groups.set(group, (groups.get(group) ?? '') + key);
  }
  return [
    FORMAT,
    consent.noticeVersion.toString(36),
    // opt-in, opt-out and notice: the letters of MODELS
    consent.model === 'opt-out' ? 'o' : consent.model[0] === 'n' ? 'n' : 'i',
    consent.subject,
    latest.toString(36),
    consent.record.replace(/-/g, ''),
    ...[...groups].map(([group, keys]) => `${group}~${keys}`),
  ].join('.');
}

/**
 * Reads a cookie text, which may be anything. Returns nothing for whatever this version would not
 * have written: another version, a broken part, a key decided twice. Never throws.
 */
export function decodeConsent(text: string): StoredConsent | undefined {
  if (text.length > MAX_LENGTH || !text.startsWith(`${FORMAT}.`)) return undefined;
  const match = HEAD.exec(text.slice(FORMAT.length + 1));
  if (!match) return undefined;
  const [, version, model, subject, time, record, groups] = match as unknown as string[];
  const latest = Number.parseInt(time as string, 36);
  const decisions = new Map<string, StoredDecision>();
  for (const group of (groups as string).split('.').slice(1)) {
    const [head, keys] = group.split('~') as [string, string];
    const at = latest - Number.parseInt(head.slice(1), 36);
    for (let i = 0; i < keys.length; i += 4) {
      const key = keys.slice(i, i + 4);
      if (at < 0 || decisions.has(key)) return undefined;
      decisions.set(key, { ...STATUSES[head[0] as keyof typeof STATUSES], at });
    }
  }
  return {
    subject: subject as string,
    noticeVersion: Number.parseInt(version as string, 36),
    model: MODELS[model as keyof typeof MODELS],
    record: (record as string).replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    decisions,
  };
}
