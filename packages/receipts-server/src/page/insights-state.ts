/** What is looked at: the parameters of the page's address, which are those of the API. */
export const PARAMETERS = [
  ...['site', 'topic', 'days', 'from', 'to', 'version', 'language', 'layout', 'country', 'one', 'other'],
] as const;

/** Choices of the page by parameter; what is absent is the default. */
export type InsightsState = Readonly<Record<string, string>>;

const DAY_MS = 86_400_000;
export const DEFAULT_DAYS = '28';

/** The state an address stands for. What it does not know is left out. */
export function readState(search: string): InsightsState {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    PARAMETERS.filter((name) => query.has(name)).map((name) => [name, query.get(name) ?? '']),
  );
}

/** A state with changes; `undefined` takes a choice back. */
export function changeState(
  state: InsightsState,
  changes: Readonly<Record<string, string | undefined>>,
): InsightsState {
  const entries = Object.entries({ ...state, ...changes }).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(entries) as InsightsState;
}

/** The address of a state, to be kept or sent to somebody. */
export function toSearch(state: InsightsState): string {
  const query = new URLSearchParams(state).toString();
  return query ? `?${query}` : '';
}

/** What the API is asked for. */
export function toQuery({ days = DEFAULT_DAYS, ...state }: InsightsState, now: number): string {
  const today = new Date(now).toISOString().slice(0, 10);
  const from = new Date(now - (Number(days) - 1) * DAY_MS).toISOString().slice(0, 10);
  return new URLSearchParams(state.from || state.to ? state : { ...state, from, to: today }).toString();
}
