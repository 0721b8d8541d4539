import { type ConsentState, createDecider } from '@consentry/core';
import { createOutbox, recordDecision } from '@consentry/receipts-client';
import { readPageCookie, writePageCookie } from '../page-cookie.js';
import { VERSION } from '../version.js';
import { choicesFromAnswers, type ImportedChoices } from './choices-from-answers.js';
import type { Peer, PeerSettings } from './peer.js';

/** What a site's config says of the answers that another consent manager has left. */
export interface ImportSettings extends PeerSettings {
  /** Where it keeps them. @default a cookie of the name it usually has */
  readonly stored?:
    | { readonly kind: 'cookie' | 'localStorage'; readonly name?: string | undefined }
    | undefined;
  /** Names whose yes nobody has given: services that start by themselves. */
  readonly implied?: readonly string[] | undefined;
  /** For how many more days an answer without a date counts. @default 30 */
  readonly undatedDays?: number | undefined;
}

/** What an import needs to know of its page. */
export interface ImportHost {
  readonly state: ConsentState;
  /** Id of the site. */
  readonly id: string;
  /** Where records go; absent when the site keeps none. */
  readonly endpoint?: string | undefined;
  /** Told what was refused. */
  readonly onError: (error: unknown) => void;
}

const DAY_MS = 86_400_000;
const SLACK_MS = 300_000;
/** Kept in localStorage once something was imported. */
const DONE = 'consentry-imported';
/** Nothing that any of them stores is longer; a longer one was made to be slow. */
const LONGEST = 16_384;

/**
 * Takes over what the visitor has told another consent manager, once, and only where nothing is decided here: as a
 * decision with `via: "import"` and the date of the answers, written and recorded like any other; with `"import-undated"` where
 * that date is ours and not theirs. Answers that are expired
 * by our own rule are left out.
 */
export function importAnswers(peer: Peer, settings: ImportSettings, host: ImportHost): void {
  try {
    const { state } = host;
    if (readPageCookie(state.site.cookie)[0] !== undefined || localStorage.getItem(DONE)) return;
    const now = Date.now();
    const found = peer.readStored((name) => readText(peer, settings, name), settings, now);
    if (!found) return;
    const { grantDays, denyDays } = state.rule;
    const { undatedDays = 30, implied = [] } = settings;
    // As old as it may be without being asked about before that many days are over.
    const at = found.at ?? now - Math.max(0, Math.min(grantDays, denyDays) - undatedDays) * DAY_MS;
    if (at > now + SLACK_MS) return;
    const lasts = (days: number) => at + days * DAY_MS > now;
    const answers = Object.entries(found.answers).filter(([name, yes]) =>
      yes ? lasts(grantDays) && !implied.includes(name) : lasts(denyDays),
    );
    const choices = choicesFromAnswers(
      state.site,
      state.peek().snapshot,
      Object.fromEntries(answers),
      settings,
    );
    if (!Object.keys(choices)[0]) return;
    decide(host, at, choices, found.at === undefined ? 'import-undated' : 'import');
    if (!state.$consent.get().unsaved) localStorage.setItem(DONE, '1');
  } catch {
    // Storage refused: there is nothing to import, or nowhere to keep it.
  }
}

function decide(
  { state, id, endpoint, onError }: ImportHost,
  at: number,
  choices: ImportedChoices,
  via: string,
): void {
  const decider = createDecider(state, {
    now: () => at,
    random: (bytes) => crypto.getRandomValues(bytes),
    writeCookie: (text, days) => writePageCookie(state.site.cookie, text, days),
    // Other tabs have imported it themselves, or do so when they look again.
    tabs: { announce() {} },
    onError,
  });
  // The file that sends is loaded where something waits in the outbox.
  if (endpoint !== undefined) recordDecision(decider, { site: id, sdk: VERSION, outbox: createOutbox() });
  decider.decide(choices, { via });
}

/** The text under a name; nothing where two of them say different things. */
function readText(
  { storedName }: Peer,
  { stored }: ImportSettings,
  name = stored?.name ?? storedName,
): string | undefined {
  const texts =
    stored?.kind === 'localStorage' ? [localStorage.getItem(name) ?? ''] : readPageCookie({ name });
  const [text, ...others] = new Set(texts.filter(Boolean));
  return others[0] === undefined && (text?.length ?? 0) <= LONGEST ? text : undefined;
}
