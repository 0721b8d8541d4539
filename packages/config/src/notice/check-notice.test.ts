import { describe, expect, it } from 'vitest';
import { globalsign, globalsignConfig, omakase, omakaseConfig } from '../../../../test/support/notices.js';
import { formatProblem } from '../problem.js';
import type { ConsentryConfig } from '../schema.js';
import { checkNotice } from './check-notice.js';
import { parseNotice } from './parse-notice.js';

const config = omakaseConfig as unknown as ConsentryConfig;
const problemsOf = (change: object) =>
  checkNotice({ ...structuredClone(omakase), ...change }, config).problems?.map(formatProblem);

describe('a notice document', () => {
  it('holds what GMO OMAKASE tells, and what GMO GlobalSign tells', () => {
    expect(checkNotice(omakase, config).problems).toBeUndefined();
    expect(checkNotice(globalsign, globalsignConfig as unknown as ConsentryConfig).problems).toBeUndefined();
  });

  it('names a setting that does not exist, with the one that was meant', () => {
    expect(problemsOf({ recipiants: { kind: 'none' } })).toEqual([
      expect.stringMatching(/^recipiants: .*no such setting.*Did you mean "recipients"\?$/),
    ]);
  });

  it('names ids that nothing in the document has, wherever they stand', () => {
    expect(problemsOf({ noJointUse: ['userz'] })?.[0]).toMatch(
      /^noJointUse\.0: is "userz"; expected one of "audiences" \(users, viewers\)\. Did you mean "users"\?$/,
    );
    expect(
      problemsOf({
        recipients: {
          kind: 'entries',
          items: [{ sort: 'Stores', items: { kind: 'entries', items: ['history', 'card'] } }],
        },
      }),
    ).toEqual([
      expect.stringMatching(/^recipients\.items\.0\.items\.items\.1: is "card"; .*Did you mean "cards"\?$/),
    ]);
    expect(problemsOf({ purposes: { any: { label: 'Any', serves: ['analytic'] } } })).toEqual([
      expect.stringContaining('Did you mean "analytics"?'),
    ]);
  });

  it('says which language a text lacks, and which it cannot be made in', () => {
    expect(problemsOf({ accuracy: { en: 'We are accurate.' } })).toEqual([
      'accuracy.ja: expected a text; this language is in "languages".',
    ]);
    expect(problemsOf({ languages: ['ja', 'en', 'fr'] })?.[0]).toMatch(
      /^languages\.2: is "fr"; expected a language that pages are made in \(en, ja\)/,
    );
    expect(checkNotice(globalsign, { ...config, languages: ['ja'] }).problems?.map(formatProblem)[0]).toMatch(
      /^languages\.1: is "en"; expected a language of consentry\.json \(ja\)/,
    );
  });

  it('tells none, all, elsewhere and entries apart, and lets none of them contradict itself', () => {
    for (const kind of ['none', 'all', 'not-stated'])
      expect(problemsOf({ recipients: { kind, note: 'At present.' } })).toBeUndefined();
    expect(problemsOf({ recipients: { kind: 'by-reference', url: '/partners' } })).toBeUndefined();
    expect(problemsOf({ recipients: { kind: 'by-reference' } })).toEqual([
      'recipients.url: expected to be set; "kind" is "by-reference".',
    ]);
    expect(problemsOf({ recipients: { kind: 'entries' } })).toEqual([
      'recipients.items: expected to be set; "kind" is "entries".',
    ]);
    expect(problemsOf({ recipients: { kind: 'none', items: [{ sort: 'Stores' }] } })).toEqual([
      'recipients.items: expected not to be set; "kind" is "none", not "entries".',
    ]);
  });

  it('does not name a country and call it unknown at once', () => {
    const transfer = {
      basis: 'consent',
      countries: [{ country: 'US' }],
      unidentified: { reason: 'We do not know the issuer.' },
    };
    expect(problemsOf({ recipients: { kind: 'entries', items: [{ sort: 'Issuers', transfer }] } })).toEqual([
      'recipients.items.0.transfer.unidentified: expected either "countries" or "unidentified", not both.',
    ]);
  });

  it('does not state what it says that it does not state', () => {
    expect(problemsOf({ notStated: ['retention'] })).toBeUndefined();
    expect(problemsOf({ notStated: ['retention'], retention: { period: 'P3Y' } })).toEqual([
      'notStated.0: is "retention"; expected a topic that the notice says nothing about; "retention" is set.',
    ]);
    expect(problemsOf({ notStated: ['fee'] })?.[0]).toContain('"requests.fee" is set');
  });

  it('has the version of its history, the newest first', () => {
    const entry = { on: '2026-01-01', kind: 'first', summary: 'First' };
    expect(problemsOf({ history: [{ ...entry, version: '1' }] })).toBeUndefined();
    expect(problemsOf({ history: [{ ...entry, version: '2' }] })?.[0]).toMatch(
      /^history\.0\.version: is "2"/,
    );
    expect(
      problemsOf({
        history: [
          { ...entry, version: '1' },
          { ...entry, version: '0', on: '2026-02-01' },
        ],
      })?.[0],
    ).toMatch(/^history\.1\.on: is "2026-02-01"; expected a day not after 2026-01-01/);
  });

  it('says line and column of a mistake in a file, and of what is no JSON', () => {
    const text = JSON.stringify({ ...omakase, version: 1 }, null, 2);
    const [problem] = parseNotice(text, config).problems ?? [];
    expect(problem).toMatchObject({ path: 'version', value: 1, line: 4, column: 14 });
    expect(parseNotice('{ "id": ', config).problems?.[0]?.expected).toContain('valid JSON');
    expect(parseNotice(JSON.stringify(omakase), config).document?.id).toBe('omakase-privacy');
  });

  it.each([null, 7, 'x', [], {}, { id: 'a' }, { __proto__: null }])('says what is wrong with %j', (input) => {
    expect(checkNotice(input, config).problems?.length).toBeGreaterThan(0);
  });
});
