/** An answer that a visitor gave on the banner. */
export interface Answer {
  readonly act: 'grant' | 'deny';
  /** Absent for everything. */
  readonly ids?: readonly string[] | undefined;
  /** That the banner spoke. */
  readonly language?: string | undefined;
}

const KEY = 'consentry-answer';
/** Whoever comes back to a tab much later does not remember what was asked there. */
const MOST_MS = 60_000;

/**
 * Keeps an answer in this tab until it has been taken: what takes it may still be on its way when the visitor goes to the
 * next page. `asked` names what was on screen. Without an answer, forgets the one that is kept.
 */
export function keepAnswer(asked: string, answer?: Answer): void {
  try {
    if (answer) sessionStorage.setItem(KEY, JSON.stringify({ ...answer, asked, at: Date.now() }));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage refused, or full: the next page asks again.
  }
}

/** The answer that the page before has kept and nothing has taken, once; only of what `asked` names too. */
export function takeAnswer(asked: string): Answer | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Answer & { asked: unknown; at: number };
    keepAnswer(asked);
    const { act, ids, language } = kept;
    const age = Date.now() - kept.at;
    return kept.asked === asked && age >= 0 && age < MOST_MS && (act === 'grant' || act === 'deny')
      ? { act, ids: ids && [...ids].map(String), language: language && `${language}` }
      : undefined;
  } catch {
    return undefined; // of somebody else, or storage refused
  }
}
