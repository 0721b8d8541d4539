import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../test/support/run-command.js';
import { aConfig, createSiteFolder } from '../../../../test/support/site-folder.js';
import { type ExplainOptions, explain } from './explain.js';

const NOW_MS = Date.UTC(2026, 10, 22);
let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let file: string;
beforeAll(async () => {
  folder = await createSiteFolder();
  const { vendors } = aConfig();
  file = await folder.write(
    'places.json',
    aConfig({
      notice: { version: 3 },
      regime: { byPlace: true, places: { JP: { denyDays: 200 } } },
      vendors: {
        ...vendors,
        abroad: {
          ...{
            adapter: false,
            purposes: ['analytics'],
            name: 'Abroad',
            provider: 'Abroad Inc',
            information: 'Visits',
          },
          ...{ usedFor: 'Counting', transfer: { basis: 'consent' }, since: 2 },
        },
        off: {
          adapter: false,
          enabled: false,
          purposes: ['analytics'],
          name: 'Off',
          provider: 'Off',
          information: 'X',
          usedFor: 'Y',
        },
      },
    }),
  );
});
afterAll(() => folder.clear());

async function run(id: string, options: Partial<ExplainOptions> = {}) {
  const all = { file, id, signals: [], decisions: [], decidedDaysAgo: 0, json: false, now: () => NOW_MS };
  const { lines, ...ended } = await runCommand((print) => explain({ ...all, ...options }, print));
  return { text: lines.join('\n'), last: lines.at(-1), ...ended };
}

describe('consentry explain', () => {
  it('says where a rule comes from, what was decided, and what follows', async () => {
    const { text, last } = await run('google-analytics', {
      place: 'jp',
      signals: ['gpc'],
      decisions: ['analytics=denied'],
      decidedDaysAgo: 30,
    });
    expect(text).toContain(
      'Japan has this rule: what nobody has said no to runs while the visitor is told (notice)',
    );
    expect(text).toContain('the table, row JP: Telecommunications Business Act');
    expect(text).toContain('regime.places.JP.denyDays');
    expect(text).toContain('Global Privacy Control, which analytics does not listen to');
    expect(text).toContain('analytics was denied 30 days ago; a no is quiet for 200 days');
    expect(text).toContain('A yes to google-analytics allows it at once.');
    expect(last).toBe('google-analytics is withheld: it was refused.');
  });

  it.each([
    ['google-analytics', { place: 'JP' }, 'google-analytics is allowed: the rule lets it run until a no.'],
    [
      'google-analytics',
      { place: 'DE' },
      'google-analytics is withheld: the rule asks for a yes, and there is none in force.',
    ],
    [
      'google-analytics',
      {},
      'google-analytics is withheld: the rule asks for a yes, and there is none in force.',
    ],
    [
      'abroad',
      { place: 'JP' },
      'abroad is withheld: the rule lets others run, and this one waits for a yes.',
    ],
    [
      'abroad',
      { place: 'JP', decisions: ['analytics=granted'] },
      'abroad is allowed: the visitor has said yes.',
    ],
    [
      'brevo',
      { place: 'US-CA', signals: ['gpc'] },
      'brevo is withheld: the browser says no for the visitor.',
    ],
    ['brevo', { place: 'US-CA' }, 'brevo is allowed: the rule lets it run until a no.'],
    [
      'brevo',
      { place: 'US-CA', signals: ['gpc'], decisions: ['marketing=granted-despite-signal'] },
      'brevo is allowed: the visitor has said yes.',
    ],
    [
      'analytics',
      { place: 'JP', decisions: ['analytics=denied'], decidedDaysAgo: 300 },
      'analytics is withheld: it was refused earlier, and that stands until it is answered again.',
    ],
    ['site', { place: 'DE' }, 'site is allowed: it needs no consent.'],
  ] as const)('says of %s %o that it %s', async (id, options, expected) => {
    expect((await run(id, options as Partial<ExplainOptions>)).last).toBe(expected);
  });

  it('says what an older notice does not cover', async () => {
    const { text } = await run('abroad', { place: 'DE', decisions: ['abroad=granted'], noticeVersion: 1 });
    expect(text).toContain('under version 1 of the notice, which has changed for it in version 2: undecided');
  });

  it('takes what pages take for no place for none', async () => {
    expect((await run('brevo', { place: 'XX' })).text).toContain(
      'No rule is about "XX", so the strictest of all',
    );
    expect((await run('brevo', {})).text).toContain('Nothing tells where the visitor is, so the strictest');
    expect((await run('brevo', { place: 'US' })).text).toContain('no part is known');
  });

  it('gives the same as JSON', async () => {
    const { text } = await run('abroad', { place: 'JP', json: true });
    expect(JSON.parse(text)).toMatchObject({
      id: 'abroad',
      allowed: false,
      cause: 'asked-first',
      asked: true,
    });
  });

  it.each([
    ['nobody', {}, 'There is no "nobody" in the pages'],
    ['off', {}, 'vendors.off: is off in'],
    ['brevo', { signals: ['dnt'] }, '--signal: is "dnt"; there is only gpc.'],
    ['brevo', { decisions: ['site=denied'] }, '--decision: nobody decides on "site"'],
    [
      'brevo',
      { decisions: ['brevo=maybe'] },
      '--decision: "brevo=maybe" needs to be brevo= and one of granted',
    ],
    ['brevo', { noticeVersion: 4 }, '--notice-version: is 4; the notice has versions 1 to 3.'],
  ])('refuses %s %o', async (id, options, expected) => {
    const { message, exitCode } = await run(id, options);
    expect(message).toContain(expected);
    expect(exitCode).toBe(2);
  });
});
