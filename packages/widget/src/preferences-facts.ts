import type { ConsentSnapshot } from '@consentry/core';
import type { PreferencesContent } from './content.js';
import { fillIn } from './fill-in.js';

/** What the preferences say of how things stand, beside the switches. */
export interface PreferencesFacts {
  /** What the visitor can do here, and what runs until then. */
  readonly intro: string;
  /** That Global Privacy Control was applied, and to what; empty where it was not. */
  readonly signal: string;
  /** When the latest decision was made, in milliseconds since 1970; 0 before the first. */
  readonly decidedAt: number;
}

/** The facts of one moment. */
export function preferencesFacts(
  { texts, purposes }: PreferencesContent,
  { entries, model }: ConsentSnapshot,
): PreferencesFacts {
  const refused = purposes.filter(({ id }) => entries[id]?.refusedBySignal).map(({ label }) => label);
  return {
    intro: model === 'opt-in' ? texts.intro : texts.introRunning,
    signal: refused[0] ? fillIn(texts.signal, { purposes: refused.join(texts.comma) }).join('') : '',
    decidedAt: Math.max(0, ...Object.values(entries).map((entry) => entry.decidedAt ?? 0)) * 1000,
  };
}
