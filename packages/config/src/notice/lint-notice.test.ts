import { describe, expect, it } from 'vitest';
import { globalsign, globalsignConfig, omakase, omakaseConfig } from '../../../../test/support/notices.js';
import type { AdapterCatalogue } from '../catalogue.js';
import type { ConsentryConfig } from '../schema.js';
import { checkNotice } from './check-notice.js';
import { formatFinding, lintNotice } from './lint-notice.js';
import { NOTICE_RULES } from './lint-rules.js';
import type { NoticeDocument } from './schema-notice.js';

const both = (text: string) => ({ en: text, ja: text });
const catalogue = {
  'google-analytics': {
    name: both('Google Analytics'),
    provider: both('Google LLC'),
    purpose: 'analytics',
    hosts: [],
    storage: [],
    information: both('Pages'),
    usedFor: both('Measuring'),
    options: { properties: {} },
  },
} satisfies AdapterCatalogue;
const withoutVendors = { ...globalsignConfig, vendors: {} } as unknown as ConsentryConfig;

/** Findings of a document, as `code path`. It has to be right first. */
function findings(document: unknown, config: object = withoutVendors): string[] {
  const result = checkNotice(document, config as ConsentryConfig);
  expect(result.problems).toBeUndefined();
  return lintNotice(result.document as NoticeDocument, config as ConsentryConfig, catalogue).map(
    ({ code, path }) => `${code} ${path}`,
  );
}

/** A small document of a company in Japan that nothing is wanting in. */
const whole = {
  id: 'whole',
  version: '1',
  languages: ['en'],
  revisedOn: '2026-11-01',
  controller: { name: 'A K.K.', address: 'Tokyo', country: 'JP', representative: { name: 'B' } },
  audiences: { users: { label: 'Users' } },
  items: { name: { label: 'Name' }, health: { label: 'Health', class: 'special-care' } },
  specialCare: 'Only with consent.',
  security: [{ kind: 'technical', measures: ['Access control'] }],
  requests: { rights: ['disclosure'], steps: ['Ask us'] },
  contacts: [{ email: 'privacy@a.example' }],
};

describe('the linter of notices', () => {
  it('finds nothing where nothing is wanting', () => {
    expect(findings(whole)).toEqual([]);
  });

  it('finds in the notice of GMO OMAKASE what its text lacks', () => {
    const found = findings(omakase, omakaseConfig);
    for (const tool of ['google-analytics', 'brevo-mail', 'mailbluster-mail'])
      for (const lack of ['recipientUse', 'country', 'optOut'])
        expect(found.some((line) => line.endsWith(`config:vendors.${tool}.${lack}`))).toBe(true);
    expect(found).toContain('tool-provider config:vendors.google-analytics.provider');
    expect(found.filter((line) => line.startsWith('recipient-named'))).toHaveLength(5);
    expect(found).toContain('transfer-promised thirdParties.promises');
    expect(found).toContain('reasons requests.reasonsGiven');
    expect(found).toContain('changes-announced changes.announced');
    expect(found.filter((line) => line.startsWith('refusal-ends-service'))).toHaveLength(2);
    expect(found).toContain('joint-use-manager jointUse.items.0.manager');
  });

  it('finds in the notice of GMO GlobalSign what its text lacks, and nothing in what it has', () => {
    const found = findings(globalsign, globalsignConfig);
    expect(found).toContain('joint-use-manager jointUse.items.0.manager');
    expect(found.filter((line) => line.startsWith('personal-related-consent'))).toEqual([
      'personal-related-consent personalRelated.received.items.0',
      'personal-related-consent personalRelated.received.items.1',
    ]);
    expect(found).toContain('tools-listed config:vendors');
    expect(found).toContain('accessibility-standard accessibility.standards.0');
    // Two vendors with country, system and measures, and one whose country cannot be known, with the reason.
    expect(found.filter((line) => line.startsWith('transfer'))).toEqual([]);
  });

  it('finds a vendor that links what it gets with persons, and does not wait for the yes that the notice tells of', () => {
    const provided = (obtainedBy: string) => ({
      ...whole,
      personalRelated: {
        provided: {
          kind: 'entries',
          items: [{ vendor: 'dmp', becomesPersonalData: true, consent: { obtainedBy } }],
        },
      },
    });
    const config = (model: string, vendor: object = {}) => ({
      ...globalsignConfig,
      languages: ['en'],
      regime: { model },
      purposes: { ads: { label: 'Ads', description: 'Ads' } },
      vendors: { dmp: { adapter: false, name: 'DMP', purposes: ['ads'], hosts: ['dmp.example'], ...vendor } },
    });
    const unasked = (document: unknown, of: object) =>
      findings(document, of).filter((line) => line.startsWith('personal-related'));
    const line = 'personal-related-unasked config:vendors.dmp.askFirst';
    expect(unasked(provided('sender'), config('notice'))).toEqual([line]);
    expect(unasked(provided('sender'), config('opt-in'))).toEqual([]);
    expect(unasked(provided('sender'), config('notice', { askFirst: true }))).toEqual([]);
    expect(unasked(provided('recipient'), config('notice'))).toEqual([]);
  });

  it('finds a controller without address, and no security, as in the notice of GMO AI & Robotics', () => {
    const { address, ...controller } = whole.controller;
    const { security, ...rest } = whole;
    expect(findings({ ...rest, controller })).toEqual(['controller controller', 'security security']);
  });

  it('finds purposes that name none, passwords that are acquired automatically, and measures behind a link', () => {
    const purposes = { agreed: { label: 'Whatever you agree to' } };
    const open = { agreed: { ...purposes.agreed, open: true } };
    expect(findings({ ...whole, purposes })).toEqual([]);
    expect(findings({ ...whole, purposes: open })).toEqual(['purpose-open purposes.agreed']);
    const items = { password: { label: 'Password', class: 'credential' } };
    const acquired = (origin: string) => ({
      ...whole,
      items,
      acquisition: [{ origin, items: { kind: 'entries', items: ['password'] } }],
    });
    expect(findings(acquired('direct'))).toEqual([]);
    expect(findings(acquired('automatic'))).toContain('credentials-acquired acquisition.0.items');
    const recipients = (measures: object) => ({
      kind: 'entries',
      items: [
        {
          party: { name: 'C Inc.' },
          transfer: { basis: 'consent', countries: [{ country: 'US', system: 'S' }], measures },
        },
      ],
    });
    const url = 'https://c.example/privacy';
    expect(findings({ ...whole, recipients: recipients({ url }) })).toEqual([
      'measures-by-link recipients.items.0.transfer.measures',
    ]);
    expect(findings({ ...whole, recipients: recipients({ url, text: 'Encryption' }) })).toEqual([]);
  });

  it('finds article numbers of before 2022, as in the notice of GMO Internet', () => {
    const law = { name: 'Act on the Protection of Personal Information', articles: ['25', '26'] };
    const requests = { ...whole.requests, law };
    expect(findings({ ...whole, requests })).toEqual(['old-articles requests.law.articles']);
    expect(
      findings({ ...whole, requests: { ...requests, law: { ...law, articles: ['33', '34(1)'] } } }),
    ).toEqual([]);
    expect(findings({ ...whole, laws: [{ ...law, numberingAsOf: '2017-05-30' }] })).toEqual([
      'old-articles laws.0.articles',
    ]);
    expect(findings({ ...whole, laws: [law] })).toEqual([]);
  });

  it('finds a provision both denied and described, and an opt-out without its items, as with Mecara', () => {
    const duties = [{ when: 'providing', text: ['Publishing items and means'] }];
    expect(findings({ ...whole, anonymous: { neverProvided: true, duties } })).toEqual([
      'processed-contradiction anonymous.neverProvided',
    ]);
    expect(findings({ ...whole, anonymous: { neverProvided: true } })).toEqual([]);
    // None at present is no promise that there never will be.
    expect(findings({ ...whole, anonymous: { provided: { kind: 'none' }, duties } })).toEqual([]);
    expect(findings({ ...whole, optOutProvision: { means: 'By mail', howToAsk: 'Ask us' } })).toEqual([
      'opt-out-items optOutProvision',
    ]);
    const complete = {
      ...{ provider: whole.controller, purposeIncludesProvision: true, stopsOnRequest: true },
      ...{ acquiredHow: 'Registers', means: 'By mail', howToAsk: 'Ask us' },
    };
    const of = (id: string) => ({ ...complete, items: { kind: 'entries', items: [id] } });
    expect(findings({ ...whole, optOutProvision: of('name') })).toEqual([]);
    expect(findings({ ...whole, optOutProvision: of('health') })).toEqual([
      'opt-out-special-care optOutProvision.items',
    ]);
  });

  it.each([
    ['no country', {}, ['transfer-country', 'transfer-measures']],
    ['no system', { countries: [{ country: 'US' }], measures: { text: 'C' } }, ['transfer-system']],
    ['no measures', { countries: [{ country: 'US', system: 'S' }] }, ['transfer-measures']],
    ['all three', { countries: [{ country: 'US', system: 'S' }], measures: { text: 'C' } }, []],
    ['reasons instead', { unidentified: { reason: 'R' }, measuresUnavailable: { reason: 'R' } }, []],
  ])('asks of a transfer by consent for country, system and measures: %s', (_, told, codes) => {
    const recipient = { party: { name: 'C Inc.' }, abroad: true, transfer: { basis: 'consent', ...told } };
    const found = findings({ ...whole, recipients: { kind: 'entries', items: [recipient] } });
    expect(found.map((line) => line.split(' ')[0])).toEqual(codes);
  });

  it('asks for a transfer of whoever is abroad, and for a look at equivalent measures', () => {
    const recipients = (recipient: object) => ({
      ...whole,
      recipients: { kind: 'entries', items: [{ party: { name: 'C Inc.', country: 'US' }, ...recipient }] },
    });
    expect(findings(recipients({}))).toEqual(['transfer-country recipients.items.0']);
    expect(findings(recipients({ abroad: false }))).toEqual([]);
    expect(findings(recipients({ transfer: { basis: 'equivalent-measures' } }))).toEqual([
      'transfer-monitoring recipients.items.0.transfer',
    ]);
    expect(findings(recipients({ transfer: { basis: 'listed-country' } }))).toEqual([]);
  });

  it('does not ask by the laws of Japan where nothing is of Japan', () => {
    const elsewhere = { id: 'shop', version: '1', languages: ['en'], revisedOn: '2026-11-01' };
    expect(findings(elsewhere)).toEqual([]);
    expect(findings({ ...elsewhere, controller: { name: 'A', country: 'JP' } })).not.toEqual([]);
    expect(findings({ ...elsewhere, laws: [{ name: '個人情報保護法' }] })).not.toEqual([]);
  });

  it('says each finding with its article and how surely it is known, also when it is acknowledged', () => {
    const document = { ...whole, requests: undefined, acknowledge: ['requests'] };
    const [finding] = lintNotice(document as unknown as NoticeDocument, withoutVendors, catalogue);
    expect(formatFinding(finding as never)).toBe(
      'requests: not stated; asked for: how requests are made, with the fee if there is one (Japan, APPI 32(1)(iii)). [requests, acknowledged]',
    );
    const [reasons] = lintNotice(
      { ...whole, requests: { ...whole.requests, reasonsGiven: false } } as unknown as NoticeDocument,
      withoutVendors,
      catalogue,
    );
    expect(formatFinding(reasons as never)).toContain('(Japan, APPI 36, unverified). [reasons]');
  });

  it('names an article and a source for every rule', () => {
    for (const { article, asks, source } of Object.values(NOTICE_RULES)) {
      expect(article && asks).toBeTruthy();
      expect(source.mark === 'read').toBe('url' in source);
    }
  });
});
