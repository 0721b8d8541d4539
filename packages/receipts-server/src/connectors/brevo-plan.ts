import type { Standings } from '../deliveries/act.js';
import type { BrevoContact } from './brevo-contact.js';
import type { CarriedPurpose } from './settings.js';

/** The attribute of per-contact tracking consent; an account has it once that setting is on. */
export const TRACKING = '_PIXEL_TRACKING_CONSENT';

/** Attributes of a contact that are to be written. */
export type Attributes = Record<string, string | boolean>;

/** A confirmation mail that has to go out. */
export interface Confirmation {
  readonly list: number;
  readonly doubleOptIn: NonNullable<CarriedPurpose['doubleOptIn']>;
}

/** What has to be done at Brevo. */
export interface BrevoPlan {
  readonly attributes: Attributes;
  /** Whether one of the attributes says yes. */
  readonly granted: boolean;
  readonly join: readonly number[];
  readonly leave: readonly number[];
  readonly confirm: readonly Confirmation[];
  /** Lists that somebody was asked to confirm earlier, and has not left since. */
  readonly asked: number[];
  readonly note: string;
}

/** Works out what brings a contact to where the person stands. Pure. */
export function planBrevo(
  carried: readonly (readonly [string, CarriedPurpose])[],
  standings: Standings,
  there: BrevoContact | undefined,
  memory: Readonly<Record<string, unknown>>,
): BrevoPlan {
  const attributes: Attributes = {};
  const join: number[] = [];
  const leave: number[] = [];
  const confirm: Confirmation[] = [];
  const notes: string[] = [];
  // Until a confirmation is clicked Brevo shows nothing of it, so we have to know whom we asked.
  const asked = new Set(Array.isArray(memory.asked) ? (memory.asked as number[]) : []);
  let granted = false;

  for (const [purpose, { as, list = 0, attribute = '', doubleOptIn }] of carried) {
    const standing = standings[purpose];
    if (!standing) continue;
    const yes = standing.status === 'granted';
    if (as === 'tracking') {
      attributes[TRACKING] = yes;
      attributes[`${TRACKING}_DATE`] = standing.at;
      attributes[`${TRACKING}_SOURCE`] = 'api';
      granted ||= yes;
    } else if (as === 'attribute') {
      attributes[attribute] = yes;
      granted ||= yes;
    } else if (as === 'newsletter') {
      const isIn = there?.listIds.includes(list) ?? false;
      const hasLeft = there !== undefined && (there.blocked || there.listUnsubscribed.includes(list));
      if (!yes) {
        if (isIn) leave.push(list);
        asked.delete(list);
      } else if (hasLeft) notes.push(`unsubscribed from list ${list} at Brevo, and left so`);
      else if (isIn) asked.delete(list);
      else if (!doubleOptIn) join.push(list);
      else if (!asked.has(list)) confirm.push({ list, doubleOptIn });
    }
  }
  if (!there && !granted && join.length + confirm.length + asked.size === 0)
    notes.push('not known to Brevo, and not created');
  return { attributes, granted, join, leave, confirm, asked: [...asked], note: notes.join('; ') };
}
