import { describe, expect, it } from 'vitest';
import { omakaseConfig as omakase } from '../../../test/support/notices.js';
import type { AdapterCatalogue } from './catalogue.js';
import { checkConfig } from './check-config.js';
import { pageConfig } from './mail-vendors.js';
import { noticeTools } from './notice/notice-tools.js';
import { formatProblem } from './problem.js';
import type { ConsentryConfig } from './schema.js';

const text = (en: string) => ({ en, ja: en });
const entry = {
  country: 'US',
  hosts: ['vendor.example'],
  storage: [{ kind: 'cookie', name: '_v', life: 'P1Y' }],
  information: text('Pages viewed'),
  usedFor: text('Measuring'),
  recipientUse: text('Its own service'),
  policyUrl: 'https://vendor.example/privacy',
  options: { properties: { measurementId: { type: 'string' } } },
};
const catalogue = {
  'google-analytics': {
    ...entry,
    name: text('Google Analytics'),
    provider: text('Google LLC'),
    purpose: 'analytics',
  },
  brevo: { ...entry, name: text('Brevo'), provider: text('Brevo SAS'), country: 'FR', purpose: 'analytics' },
} satisfies AdapterCatalogue;
const config = omakase as unknown as ConsentryConfig;
const withMail = (vendor: object) => ({
  ...omakase,
  vendors: { ...omakase.vendors, 'brevo-mail': { ...omakase.vendors['brevo-mail'], ...vendor } },
});
const problemsOf = (vendor: object) => checkConfig(withMail(vendor), catalogue).problems?.map(formatProblem);

describe('a vendor that works in mails', () => {
  it('is told of, and is nothing to the page', () => {
    expect(checkConfig(omakase, catalogue).problems).toBeUndefined();
    expect(noticeTools(config, catalogue).map(({ id, channel }) => [id, channel])).toEqual([
      ['google-analytics', 'page'],
      ['brevo-mail', 'email'],
      ['mailbluster-mail', 'email'],
    ]);
    expect(Object.keys(pageConfig(config).vendors)).toEqual(['google-analytics']);
  });

  it('serves purposes of mails only, as those of the page are served by vendors of the page', () => {
    expect(problemsOf({ purposes: ['analytics'] })).toEqual([
      'vendors.brevo-mail.purposes: is "analytics"; expected purposes of mails (mail-opens).',
    ]);
    expect(problemsOf({ channel: 'page', adapter: false })).toContainEqual(
      expect.stringContaining('expected purposes of the page'),
    );
  });

  it.each([
    ['hosts', ['brevo.example']],
    ['storage', []],
    ['after', 'google-analytics'],
    ['options', {}],
  ])('has no %s, which only something in the page can have', (key, value) => {
    expect(problemsOf({ [key]: value })).toEqual([
      expect.stringMatching(new RegExp(`^vendors\\.brevo-mail\\.${key}: .*nothing of it is in the page\\.$`)),
    ]);
  });

  it('takes who it is from an adapter, but not what that adapter does in pages', () => {
    const { provider, information, ...described } = omakase.vendors['brevo-mail'];
    const vendor = { ...described, adapter: 'brevo' };
    const without = { ...omakase, vendors: { 'brevo-mail': vendor } };
    expect(checkConfig(without, catalogue).problems?.map(formatProblem)).toEqual([
      'vendors.brevo-mail.information: expected a text; visitors are told it.',
    ]);
    const [tool] = noticeTools(
      { ...without, vendors: { 'brevo-mail': { ...vendor, information } } } as unknown as ConsentryConfig,
      catalogue,
    );
    expect(tool).toMatchObject({ provider: { en: 'Brevo SAS' }, country: 'FR', information, storage: [] });
    expect(tool?.recipientUse).toBeUndefined();
    expect(problemsOf({ adapter: 'brevoo' })?.[0]).toContain('Did you mean "brevo"?');
  });
});

describe('what is told of vendors', () => {
  it("is the config's word before its adapter's, and leaves out who is turned off", () => {
    const [tool] = noticeTools(config, catalogue);
    expect(tool).toMatchObject({
      provider: 'Google Inc.',
      country: 'US',
      recipientUse: { en: 'Its own service' },
      storage: [{ name: '_v' }],
      transmission: 'told',
      exempt: false,
    });
    const off = { ...config, vendors: { 'google-analytics': { enabled: false } } };
    expect(noticeTools(off, catalogue)).toEqual([]);
  });

  it('lacks no language of the config', () => {
    const vendor = { optOut: { stops: 'sending', how: { en: 'Ask us' } } };
    expect(problemsOf(vendor)).toEqual([
      'vendors.brevo-mail.optOut.how.ja: expected a text; this language is in "languages".',
    ]);
  });
});
