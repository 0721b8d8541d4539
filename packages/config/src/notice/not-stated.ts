import type { Problem } from '../problem.js';
import type { NoticeDocument } from './schema-notice.js';

/** What a notice can be silent about, and the settings that would say it; none where only a part of one would. */
const TOPICS = {
  items: ['items'],
  automatic: [],
  'purpose-change': ['purposeChange'],
  retention: ['retention'],
  security: ['security'],
  'domestic-recipients': [],
  'recipient-kinds': [],
  'foreign-recipients': [],
  'foreign-systems': [],
  'recipient-scope': [],
  'joint-use-items': [],
  'joint-use-purposes': [],
  'joint-use-manager': [],
  identity: ['requests.identity'],
  fee: ['requests.fee'],
  refusals: ['requests.refusals'],
  elsewhere: ['requests.elsewhere'],
  anonymous: ['anonymous'],
  pseudonymous: ['pseudonymous'],
  'personal-related-received': ['personalRelated.received'],
  'personal-related-provided': ['personalRelated.provided'],
  cookies: ['cookies'],
  mail: ['mailMeasurement'],
  'special-care': ['specialCare', 'nationalId'],
  apps: ['scope.apps', 'scope.precedence'],
  accessibility: ['accessibility'],
  breach: [],
  improvement: ['improvement'],
  changes: ['changes.text'],
  date: ['revisedOn'],
} as const satisfies Record<string, readonly string[]>;

/** A topic that a notice can be knowingly silent about. */
export type NotStatedTopic = keyof typeof TOPICS;

/** All of them, in the order of the page. */
export const NOT_STATED_TOPICS = Object.keys(TOPICS) as NotStatedTopic[];

/** A notice cannot state something and say that it does not. */
export function notStatedProblems(document: NoticeDocument): Problem[] {
  return (document.notStated ?? []).flatMap((topic, i) =>
    TOPICS[topic]
      .filter((path) => at(document, path) !== undefined)
      .map((path) => ({
        path: `notStated.${i}`,
        value: topic,
        expected: `a topic that the notice says nothing about; "${path}" is set`,
      })),
  );
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}
