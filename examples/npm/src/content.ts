import { description as googleAnalytics } from '@consentry/adapters/google-analytics';
import { description as mailbluster } from '@consentry/adapters/mailbluster';
import type { BannerContent, PreferencesContent, PreferencesVendor } from '@consentry/widget';
import { banner as bannerTexts, preferences as preferencesTexts } from '@consentry/widget/i18n/en';

type Description = typeof googleAnalytics;

/** A vendor as its adapter describes it; a site may say any of it in its own words. */
function vendor(id: string, purpose: string, known: Description, country: string): PreferencesVendor {
  const { name, provider, information, usedFor, storage, policyUrl } = known;
  return {
    id,
    name: name.en ?? id,
    purposes: [purpose],
    provider: provider.en ?? '',
    country,
    information: information.en ?? '',
    usedFor: usedFor.en ?? '',
    storage: storage.map((item) => item.name).join(', '),
    ...(policyUrl ? { policyUrl } : {}),
  };
}

const vendors = [
  vendor('google-analytics', 'analytics', googleAnalytics, 'United States'),
  vendor('mailbluster', 'mail', mailbluster, 'country not stated'),
];

/** What the banner says. */
export const banner: BannerContent = {
  language: 'en',
  texts: bannerTexts,
  purposes: [
    {
      id: 'analytics',
      label: 'Measuring visits',
      phrase: 'measure visits with {vendors}',
      vendors: ['google-analytics'],
    },
    { id: 'mail', label: 'Useful mail', phrase: 'send useful mail with {vendors}', vendors: ['mailbluster'] },
  ],
  vendors: Object.fromEntries(vendors.map(({ id, name }) => [id, name])),
};

/** What the preferences say. */
export const preferences: PreferencesContent = {
  language: 'en',
  texts: preferencesTexts,
  purposes: [
    { id: 'analytics', label: 'Measuring visits', description: 'Shows us which pages are read.' },
    { id: 'mail', label: 'Useful mail', description: 'Lets you sign up for our letter.' },
  ],
  vendors,
};
