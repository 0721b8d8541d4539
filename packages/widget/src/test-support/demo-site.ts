import { type ConsentManager, type CookieJar, createConsentManager, type RegimeRule } from '@consentry/core';
import type { BannerContent, PreferencesContent } from '../content.js';
import * as en from '../i18n/en.js';

/** A cookie jar that lasts as long as the test. */
export function createMemoryJar(): CookieJar {
  let values: string[] = [];
  return {
    read: () => values,
    write: (value) => {
      values = [value];
    },
  };
}

/** A restaurant: one exempt purpose, one with a single vendor, one with two and a browser signal. */
export function createDemoManager({
  cookies = createMemoryJar(),
  gpc = false,
  regime = {},
  vendors = ['brevo', 'mailbluster'],
  now = Date.now,
}: {
  cookies?: CookieJar;
  gpc?: boolean;
  regime?: Partial<RegimeRule>;
  vendors?: string[];
  now?: () => number;
} = {}): ConsentManager {
  return createConsentManager(
    {
      noticeVersion: vendors.length - 1,
      purposes: [{ id: 'site', exempt: true }, { id: 'analytics' }, { id: 'mail', signals: ['gpc'] }],
      vendors: [
        { id: 'google-analytics', purposes: ['analytics'] },
        ...vendors.map((id, i) => ({ id, purposes: ['mail'], since: Math.max(1, i) })),
      ],
      regime,
    },
    { cookies, now, navigator: { globalPrivacyControl: gpc } },
  );
}

export const bannerContent: BannerContent = {
  language: 'en',
  texts: en.banner,
  noticeUrl: '/notice',
  purposes: [
    {
      id: 'analytics',
      label: 'Measuring visits',
      phrase: 'measure visits with {vendors}',
      vendors: ['google-analytics'],
    },
    {
      id: 'mail',
      label: 'Useful mail',
      phrase: 'send useful mail with {vendors}',
      vendors: ['brevo', 'mailbluster'],
    },
  ],
  vendors: {
    'google-analytics': 'Google Analytics',
    brevo: 'Brevo',
    mailbluster: 'MailBluster',
    extra: 'Extra',
  },
};

const mailVendor = (id: string, name: string) => ({
  id,
  name,
  purposes: ['mail'],
  provider: `${name} Inc.`,
  country: 'France',
  information: 'Whether e-mails were opened',
  usedFor: 'Sending useful information',
  storage: '',
});

export const preferencesContent: PreferencesContent = {
  language: 'en',
  texts: en.preferences,
  purposes: [
    { id: 'site', exempt: true, label: 'Running this site', description: 'Needed for booking.' },
    { id: 'analytics', label: 'Measuring visits', description: 'Shows us which pages are read.' },
    { id: 'mail', label: 'Useful mail', description: 'Sends news you asked for.' },
  ],
  vendors: [
    {
      id: 'google-analytics',
      name: 'Google Analytics',
      purposes: ['analytics'],
      provider: 'Google LLC',
      country: 'United States',
      information: 'URLs of pages viewed',
      usedFor: 'Understanding usage',
      storage: '_ga, _ga_*, 2 years',
      policyUrl: 'https://policies.google.com/privacy',
    },
    mailVendor('brevo', 'Brevo'),
    mailVendor('mailbluster', 'MailBluster'),
  ],
};
