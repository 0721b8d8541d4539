import type { AdapterCatalogue } from '@consentry/config';

/** Names that categories have in many places, as the purposes that adapters usually serve. */
const PURPOSES: readonly (readonly [id: string, names: RegExp])[] = [
  ['necessary', /^(strictly-?)?(necessary|essential|essentials|required|technical)$|^c0001$/],
  ['analytics', /^(analytics?|statistics?|stats|performance|measurement|measuring|audience)$|^c0002$/],
  ['functional', /^(functional(ity)?|preferences?|personali[sz]ation|comfort|convenience)$|^c0003$/],
  ['marketing', /^(marketing|ads?|advertising|advertisements?|targeting)$|^c0004$/],
];
/** What services are called elsewhere, where it is not what the vendor is called. */
const ADAPTERS: Readonly<Record<string, string>> = {
  ga: 'google-analytics',
  ga4: 'google-analytics',
  gtag: 'google-analytics',
  gtm: 'google-tag-manager',
  adsense: 'google-adsense',
  piwik: 'matomo',
  facebookpixel: 'meta-pixel',
  fbpixel: 'meta-pixel',
  clarity: 'microsoft-clarity',
  bingads: 'microsoft-uet',
  tiktok: 'tiktok-pixel',
  linkedininsighttag: 'linkedin-insight',
  recaptcha: 'google-recaptcha',
  tawkto: 'tawk',
  pinterestpixel: 'pinterest-tag',
  intercomchat: 'intercom',
  crazyegg: 'crazy-egg',
};

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** An id out of a name: lower-case letters, digits and dashes. */
export function slug(name: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50);
  return id || 'other';
}

/** The purpose that a category stands for: a usual one, or one of its own name. */
export function purposeIdOf(name: string): string {
  const id = slug(name);
  return PURPOSES.find(([, names]) => names.test(id))?.[0] ?? id;
}

/** The adapter that a service is for, by any of the names it has. */
export function adapterOf(names: readonly string[], catalogue: AdapterCatalogue): string | undefined {
  for (const name of names.map(plain).filter(Boolean)) {
    const id =
      (Object.hasOwn(ADAPTERS, name) ? ADAPTERS[name] : undefined) ??
      Object.keys(catalogue).find(
        (adapter) => plain(adapter) === name || plain(catalogue[adapter]?.name.en ?? '') === name,
      );
    if (id && id !== 'tag' && Object.hasOwn(catalogue, id)) return id;
  }
  return undefined;
}
