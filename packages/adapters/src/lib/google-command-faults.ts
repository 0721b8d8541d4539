import type { Finding } from './google-findings.js';

/** A consent command in a data layer, whoever said it. */
export interface ConsentCommand {
  readonly kind: unknown;
  readonly state: Readonly<Record<string, unknown>>;
  readonly isArray: boolean;
}

const OTHER_FIELDS = ['region', 'wait_for_update'];
/** What people write who mean many countries. */
const GROUPS = /^(EU|EEA|EWR)$/i;

const isCommand = (entry: unknown): entry is ArrayLike<unknown> =>
  Array.isArray(entry) || Object.prototype.toString.call(entry) === '[object Arguments]';

/** The consent command that an entry of a data layer is, if it is one. Entries are other people's: anything goes. */
export function consentCommand(entry: unknown): ConsentCommand | undefined {
  if (!isCommand(entry) || entry[0] !== 'consent') return undefined;
  const state = entry[2] && typeof entry[2] === 'object' ? (entry[2] as ConsentCommand['state']) : {};
  return { kind: entry[1], state, isArray: Array.isArray(entry) };
}

/** Whether an entry makes Google's tag send something. */
export const sends = (entry: unknown): boolean =>
  isCommand(entry) && !Array.isArray(entry) && (entry[0] === 'config' || entry[0] === 'event');

/** What is wrong with a command by itself. */
export function commandFaults({ kind, state, isArray }: ConsentCommand): Finding[] {
  const values = Object.entries(state).filter(([name]) => !OTHER_FIELDS.includes(name));
  const regions = Array.isArray(state.region) ? state.region : [state.region];
  return [
    ...(isArray ? (['google-array-command'] as const) : []),
    ...(values.some(([, value]) => value !== 'granted' && value !== 'denied')
      ? (['google-not-a-state'] as const)
      : []),
    ...(regions.some((region) => GROUPS.test(`${region}`)) ? (['google-region-group'] as const) : []),
    ...(kind === 'update' && 'wait_for_update' in state ? (['google-wait-in-update'] as const) : []),
  ];
}
