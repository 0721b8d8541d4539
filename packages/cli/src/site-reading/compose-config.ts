import type { AdapterCatalogue, AdapterEntry, LocalText } from '@consentry/config';
import type { FoundVendor } from './find-vendors.js';

/** What a first config is made from. */
export interface FirstConfig {
  readonly site: string;
  /** The first is the one that visitors get whose own is not there. */
  readonly languages: readonly string[];
  readonly vendors: readonly FoundVendor[];
  /** Keeps records on the site's own server. */
  readonly receipts: boolean;
}

/** A config as it is written, and the texts in it that stand in another language than they should. */
export interface ComposedConfig {
  readonly config: Readonly<Record<string, unknown>>;
  /** E.g. `"vendors.google-analytics.information.de"`. */
  readonly untranslated: readonly string[];
}

/** The purposes that adapters usually serve, with words for them. */
export const USUAL_PURPOSES: Readonly<
  Record<string, { readonly label: LocalText; readonly description: LocalText }>
> = {
  necessary: {
    label: { en: 'Running this site', ja: 'サイトの動作' },
    description: { en: 'The site does not work without it.', ja: 'サイトの表示と動作に必要です。' },
  },
  functional: {
    label: { en: 'Extra functions', ja: '便利な機能' },
    description: {
      en: 'Chat, maps and other functions of companies that we work with.',
      ja: 'チャットや地図など、他社が提供する機能を使えるようにします。',
    },
  },
  analytics: {
    label: { en: 'Measuring visits', ja: '閲覧状況の測定' },
    description: {
      en: 'Shows us which pages are read, so that we can improve them.',
      ja: 'どのページが読まれているかを知り、改善に役立てます。',
    },
  },
  marketing: {
    label: { en: 'Advertising', ja: '広告' },
    description: {
      en: 'Advertising that fits you, and learning whether it works.',
      ja: '関心に合わせた広告を表示し、その効果を測ります。',
    },
  },
};

/** Makes a config that `consentry check` accepts. */
export function composeConfig(
  { site, languages, vendors, receipts }: FirstConfig,
  catalogue: AdapterCatalogue,
): ComposedConfig {
  const untranslated: string[] = [];
  /** A text in the languages of the site; in English where there is none, and noted. */
  const inLanguages = (path: string, text: LocalText) =>
    Object.fromEntries(
      languages.map((language) => {
        const known = text[language] ?? text[language.split('-')[0] ?? ''];
        if (known === undefined) untranslated.push(`${path}.${language}`);
        return [language, known ?? text.en ?? ''];
      }),
    );
  const entryOf = ({ adapter }: FoundVendor) => catalogue[adapter] as AdapterEntry;
  // A config has something to decide on, if only later.
  const used = new Set(vendors.length > 0 ? vendors.map((vendor) => entryOf(vendor).purpose) : ['analytics']);
  const purposes = Object.entries(USUAL_PURPOSES)
    .filter(([id]) => used.has(id))
    .map(([id, { label, description }]) => [
      id,
      {
        ...(id === 'necessary' ? { exempt: true } : {}),
        label: inLanguages(`purposes.${id}.label`, label),
        description: inLanguages(`purposes.${id}.description`, description),
        ...(id === 'marketing' ? { signals: ['gpc'] } : {}),
      },
    ]);
  const config = {
    $schema: './node_modules/@consentry/config/schema/consentry.schema.json',
    site,
    languages,
    purposes: Object.fromEntries(purposes),
    vendors: Object.fromEntries(
      vendors.map((vendor) => [
        vendor.adapter,
        composeVendor(vendor, entryOf(vendor), languages, inLanguages),
      ]),
    ),
    ...(receipts ? { receipts: { endpoint: '/consentry/records' } } : {}),
  };
  return { config, untranslated };
}

/** One vendor as configs have it: told what its adapter needs, or left to the tags in the pages. */
export function composeVendor(
  { adapter, options }: FoundVendor,
  entry: AdapterEntry,
  languages: readonly string[],
  inLanguages: (path: string, text: LocalText) => LocalText,
  isLoaded = options !== undefined || !entry.options.required?.[0],
) {
  const path = `vendors.${adapter}`;
  const told = Object.fromEntries(
    (['information', 'usedFor'] as const)
      // What the adapter says in all of the site's languages need not be said again.
      .filter((key) => !isLoaded || !languages.every((language) => knows(entry[key], language)))
      .map((key) => [key, inLanguages(`${path}.${key}`, entry[key])]),
  );
  if (isLoaded) return { ...(options ? { options } : {}), ...told };
  // Nobody knows what its adapter has to be told, so its tag stays in the page, and is withheld there by its hosts.
  return {
    adapter: false,
    purposes: [entry.purpose],
    name: entry.name.en,
    provider: entry.provider.en,
    ...(entry.country ? { country: entry.country } : {}),
    ...told,
    ...(entry.policyUrl ? { policyUrl: entry.policyUrl } : {}),
    hosts: entry.hosts,
    ...(entry.storage.length > 0 ? { storage: entry.storage } : {}),
  };
}

function knows(text: LocalText, language: string): boolean {
  return text[language] !== undefined || text[language.split('-')[0] ?? ''] !== undefined;
}
