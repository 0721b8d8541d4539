import { STRICTEST } from '@consentry/core';
import type {
  BannerContent,
  BannerTexts,
  EmbedsContent,
  EmbedTexts,
  Language,
  PreferencesContent,
  PreferencesTexts,
  PreferencesVendor,
  ReopenTexts,
} from '@consentry/widget';
import { isAskedFirst } from './asked-first.js';
import { adapterOf, type Descriptions, enabledVendors, vendorPurposes } from './compile.js';
import { durationText, localText, regionName } from './display-text.js';
import type { SiteConfig, SiteVendor } from './site-config.js';

/** The widget's built-in texts of one language. */
export interface WidgetTexts {
  readonly banner: BannerTexts;
  readonly preferences: PreferencesTexts;
  readonly embed: EmbedTexts;
  readonly reopen: ReopenTexts;
}

/** What the banner shows in one language; what this config cannot make it show is left out. */
export function compileBanner(
  config: SiteConfig,
  descriptions: Descriptions,
  language: string,
  texts: BannerTexts,
): BannerContent {
  const vendors = enabledVendors(config);
  const noticeUrl = localText(config.notice?.url, language);
  const asksFirst = waiting(config);
  const {
    ask,
    tell,
    phrase: fallback,
    ...always
  } = forModel(config, { ...texts, ...config.texts?.[language]?.banner });
  const purposes = Object.entries(config.purposes)
    .filter(([, { exempt }]) => !exempt)
    .map(([id, { label, phrase }]) => ({
      id,
      ...withoutAbsent({
        phrase: phrase && localText(phrase, language),
        label: phrase ? undefined : localText(label, language),
      }),
      vendors: vendors
        .filter(([vendor, entry]) => vendorPurposes(vendor, entry, descriptions).includes(id))
        .map(([vendor]) => vendor),
    }));
  return {
    ...spoken(language),
    texts: {
      ...always,
      ...(isOptIn(config) ? { ask } : { tell, ...(asksFirst[0] ? { ask } : {}) }),
      ...(purposes.every(({ phrase }) => phrase) ? {} : { phrase: fallback }),
    },
    ...(noticeUrl ? { noticeUrl } : {}),
    ...(asksFirst[0] ? { asksFirst } : {}),
    purposes,
    vendors: Object.fromEntries(
      vendors.map(([id, entry]) => [
        id,
        localText(entry.name ?? descriptions[adapterOf(id, entry) ?? '']?.name, language) || id,
      ]),
    ),
  };
}

/** A language and, where it is not the usual, the direction it is written in. */
function spoken(language: string): Language {
  const rightToLeft = /^(ar|dv|fa|he|iw|ku|ps|sd|ug|ur|yi)\b/.test(language);
  return { language, ...(rightToLeft ? { dir: 'rtl' } : {}) };
}

const isOptIn = ({ regime }: SiteConfig) => (regime?.model ?? STRICTEST.model) === 'opt-in';

/** The vendors that wait for a yes while others run: where all wait, it need not be said of any. */
const waiting = (config: SiteConfig) =>
  isOptIn(config)
    ? []
    : enabledVendors(config)
        .filter(([, vendor]) => isAskedFirst(config, vendor))
        .map(([id]) => id);

/** What runs already is stopped or kept, and not denied or allowed; of both together the last two are true. */
function forModel<Texts extends { deny: string; allow: string; stop: string; keep: string }>(
  config: SiteConfig,
  { stop, keep, ...texts }: Texts,
) {
  return isOptIn(config) || waiting(config)[0] ? texts : { ...texts, deny: stop, allow: keep };
}

/** Keys without a value are not worth their bytes. */
function withoutAbsent<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** What the preferences show in one language. */
export function compilePreferences(
  config: SiteConfig,
  descriptions: Descriptions,
  language: string,
  texts: PreferencesTexts,
): PreferencesContent {
  const merged = forModel(config, { ...texts, ...config.texts?.[language]?.preferences });
  const noticeUrl = localText(config.notice?.url, language);
  return {
    ...spoken(language),
    texts: merged,
    ...(noticeUrl ? { noticeUrl } : {}),
    purposes: Object.entries(config.purposes).map(
      ([id, { label, description, channel, exempt, signals }]) => ({
        id,
        label: localText(label, language),
        description: localText(description, language),
        // Nobody sees it, but records name what was shown by its hash, and so say which purposes were of mails.
        ...(channel === 'email' ? { channel } : {}),
        ...(exempt ? { exempt } : {}),
        ...(signals?.length ? { signals } : {}),
      }),
    ),
    vendors: enabledVendors(config).map(([id, entry]) => {
      const known = descriptions[adapterOf(id, entry) ?? ''];
      const text = (key: 'name' | 'provider' | 'information' | 'usedFor') =>
        localText(entry[key] ?? known?.[key], language);
      const country = entry.country ?? known?.country;
      const policyUrl = entry.policyUrl ?? known?.policyUrl;
      return {
        id,
        name: text('name') || id,
        purposes: vendorPurposes(id, entry, descriptions),
        provider: text('provider'),
        country: country ? regionName(country, language) : '',
        information: text('information'),
        usedFor: text('usedFor'),
        storage: storageText(entry.storage ?? known?.storage ?? [], language),
        ...(policyUrl ? { policyUrl } : {}),
      };
    }),
  };
}

/** What stands in place of withheld content, and what opens the preferences again, in one language. */
export function compileEmbeds(
  config: SiteConfig,
  descriptions: Descriptions,
  language: string,
  texts: Pick<WidgetTexts, 'embed' | 'reopen' | 'preferences'>,
): EmbedsContent {
  const words = { ...texts.embed, ...config.texts?.[language]?.embed };
  const { vendors, purposes } = compilePreferences(config, descriptions, language, texts.preferences);
  const fill = (template: string, values: Readonly<Record<string, string>>) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const told = ({ provider, country, name, information }: PreferencesVendor) =>
    // Nothing stands in brackets where the country is not known.
    fill(words.text, { provider: provider || name, country, information }).replace(/ ?[(（][)）]/, '');
  const place = (title: string, of: readonly PreferencesVendor[]) => ({
    name: fill(words.name, { vendor: title }),
    title,
    text: of.map(told).join(' '),
    always: fill(words.always, { vendor: title }),
  });
  const ofPurpose = (id: string) => vendors.filter((vendor) => vendor.purposes.includes(id));
  return {
    dir: 'ltr',
    ...spoken(language),
    texts: { once: words.once, more: words.more, ...texts.reopen, ...config.texts?.[language]?.reopen },
    places: Object.fromEntries([
      ...vendors.map((vendor) => [vendor.id, place(vendor.name, [vendor])] as const),
      ...purposes
        .filter(({ exempt }) => !exempt)
        .map(({ id, label }) => [id, place(label, ofPurpose(id))] as const),
    ]),
  };
}

/** `"_ga, _ga_* (2 years), _x"`: names of one lifetime together; nothing is said of a lifetime that is not known. */
function storageText(items: NonNullable<SiteVendor['storage']>, language: string): string {
  const lives = new Map<string, string[]>();
  for (const { name, life = '' } of items) lives.set(life, [...(lives.get(life) ?? []), name]);
  return [...lives]
    .map(([life, names]) => names.join(', ') + (life && ` (${durationText(life, language)})`))
    .join(', ');
}
