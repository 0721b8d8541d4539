import type { VendorDescription } from '@consentry/adapters/describe-vendor';
import { cookieKey, type RegimeRule, STRICTEST } from '@consentry/core';
import type { StorageItem } from '@consentry/gate';
import type { BannerContent, BannerTexts, PreferencesContent, PreferencesTexts } from '@consentry/widget';
import type { KeyedDefinition } from './boot.js';
import { durationText, localText, regionName } from './display-text.js';
import type { SiteConfig, SiteVendor } from './site-config.js';

/** Vendor descriptions by adapter id. */
export type Descriptions = Readonly<Record<string, VendorDescription>>;

/** The widget's built-in texts of one language. */
export interface WidgetTexts {
  readonly banner: BannerTexts;
  readonly preferences: PreferencesTexts;
}

/** The adapter a vendor uses: its own name unless the config says otherwise, none for `false`. */
export function adapterOf(id: string, { adapter = id }: SiteVendor): string | undefined {
  return adapter === false ? undefined : adapter;
}

/** The vendors that are on, in the config's order. */
export function enabledVendors(config: SiteConfig): [id: string, vendor: SiteVendor][] {
  return Object.entries(config.vendors).filter(([, { enabled }]) => enabled !== false);
}

/** What core needs of a config: purposes, vendors and rules, without a word of text. */
export function compileDefinition(config: SiteConfig, descriptions: Descriptions): KeyedDefinition {
  const { notice, regime, cookie } = config;
  return {
    purposes: Object.entries(config.purposes).map(([id, { exempt, signals, since }]) => ({
      id,
      key: cookieKey(id),
      ...(exempt ? { exempt } : {}),
      ...(signals?.length ? { signals } : {}),
      ...(since ? { since } : {}),
    })),
    vendors: enabledVendors(config).map(([id, vendor]) => ({
      id,
      key: cookieKey(id),
      purposes: vendorPurposes(id, vendor, descriptions),
      ...(vendor.since ? { since: vendor.since } : {}),
      ...guardedParts(config, id, vendor, descriptions),
    })),
    ...(notice?.version && notice.version > 1 ? { noticeVersion: notice.version } : {}),
    ...withoutDefaults(regime),
    ...(cookie ? { cookie } : {}),
  };
}

/** What the guard knows a vendor by, where there is one. */
function guardedParts(config: SiteConfig, id: string, vendor: SiteVendor, descriptions: Descriptions) {
  const known = descriptions[adapterOf(id, vendor) ?? ''];
  const hosts = vendor.hosts ?? known?.hosts ?? [];
  const storage = [...(known?.storage ?? []), ...(vendor.storage ?? [])];
  return {
    ...(config.gate?.layer !== 'marked' && hosts[0]
      ? { hosts: hosts.map((host) => host.replace(/\/$/, '')) }
      : {}),
    ...(vendor.held === 'replay' ? { held: vendor.held } : {}),
    ...(storage[0] ? { storage: storage.map(({ kind, name }) => ({ kind, name })) } : {}),
  };
}

/** The lists that pages may fill for vendors that have not arrived: name of the list, name of its function. */
export function compileQueues(
  config: SiteConfig,
  descriptions: Descriptions,
): (readonly [string, string?])[] {
  return enabledVendors(config).flatMap(([id, vendor]) => {
    const { queue } = descriptions[adapterOf(id, vendor) ?? ''] ?? {};
    if (!queue) return [];
    const name = vendor.options?.[queue.option ?? ''] ?? queue.name;
    return [queue.call ? ([`${name}`, queue.call] as const) : ([`${name}`] as const)];
  });
}

/** What is as it would be anyway need not be said to every visitor. */
function withoutDefaults(regime: SiteConfig['regime'] = {}): Pick<KeyedDefinition, 'regime'> {
  const other = Object.entries(regime).filter(([key, value]) => value !== STRICTEST[key as keyof RegimeRule]);
  return other.length > 0 ? { regime: Object.fromEntries(other) } : {};
}

function vendorPurposes(id: string, vendor: SiteVendor, descriptions: Descriptions): readonly string[] {
  const adapter = adapterOf(id, vendor);
  return vendor.purposes ?? [descriptions[adapter ?? '']?.purpose ?? ''];
}

/** The adapters a config uses, with the options each is called with. */
export function compileAdapters(
  config: SiteConfig,
): { readonly vendor: string; readonly adapter: string; readonly options: Record<string, unknown> }[] {
  return enabledVendors(config).flatMap(([vendor, entry]) => {
    const adapter = adapterOf(vendor, entry);
    if (!adapter) return [];
    const storage = entry.storage?.map(({ kind, name }) => ({ kind, name }));
    const options = { ...(adapter === 'tag' && storage ? { storage } : {}), ...entry.options };
    return [{ vendor, adapter, options }];
  });
}

/** What vendors store that no adapter of theirs would know of, because they have none or the config says more. */
export function compileStorage(config: SiteConfig): { vendor: string; storage: StorageItem[] }[] {
  return enabledVendors(config).flatMap(([vendor, entry]) =>
    entry.storage?.[0] && adapterOf(vendor, entry) !== 'tag'
      ? [{ vendor, storage: entry.storage.map(({ kind, name }) => ({ kind, name })) }]
      : [],
  );
}

/** The guards that a config needs beside the guard itself, by the names they are exported under. */
export function storeGuards(config: SiteConfig, descriptions: Descriptions): string[] {
  const kinds = new Set(
    enabledVendors(config).flatMap(([id, entry]) =>
      [...(entry.storage ?? []), ...(descriptions[adapterOf(id, entry) ?? '']?.storage ?? [])].map(
        ({ kind }) => kind,
      ),
    ),
  );
  return [
    ...(kinds.has('cookie') ? ['guardCookies'] : []),
    ...(kinds.has('localStorage') || kinds.has('sessionStorage') ? ['guardAreas'] : []),
    ...(kinds.has('indexedDB') || kinds.has('cacheStorage') ? ['guardDatabases'] : []),
    ...(enabledVendors(config).some(([, { held }]) => held === 'replay') ? ['guardReplay'] : []),
  ];
}

/** The hosts of no vendor that pages need, the one that takes records among them. */
export function compileHosts({ gate, receipts }: SiteConfig): string[] {
  const endpoint = /^https?:\/\/([^/]+)/.exec(receipts?.endpoint ?? '')?.[1];
  return [...(gate?.hosts ?? []), ...(endpoint ? [endpoint] : [])];
}

/** Whether a vendor loads something before anybody has decided, because the site has told it to. */
export function isEager(config: SiteConfig): boolean {
  return compileAdapters(config).some(({ options }) => options.beforeGrant === 'cookieless-pings');
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
  const { ask, tell, phrase: fallback, ...always } = { ...texts, ...config.texts?.[language]?.banner };
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
    language,
    texts: {
      ...always,
      ...((config.regime?.model ?? STRICTEST.model) === 'opt-in' ? { ask } : { tell }),
      ...(purposes.every(({ phrase }) => phrase) ? {} : { phrase: fallback }),
    },
    ...(noticeUrl ? { noticeUrl } : {}),
    purposes,
    vendors: Object.fromEntries(
      vendors.map(([id, entry]) => [
        id,
        localText(entry.name ?? descriptions[adapterOf(id, entry) ?? '']?.name, language) || id,
      ]),
    ),
  };
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
  const merged = { ...texts, ...config.texts?.[language]?.preferences };
  const noticeUrl = localText(config.notice?.url, language);
  return {
    language,
    texts: merged,
    ...(noticeUrl ? { noticeUrl } : {}),
    purposes: Object.entries(config.purposes).map(([id, { label, description, exempt, signals }]) => ({
      id,
      label: localText(label, language),
      description: localText(description, language),
      ...(exempt ? { exempt } : {}),
      ...(signals?.length ? { signals } : {}),
    })),
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

/** `"_ga, _ga_* (2 years)"`: names of one lifetime together. */
function storageText(items: NonNullable<SiteVendor['storage']>, language: string): string {
  const lives = new Map<string, string[]>();
  for (const { name, life } of items) lives.set(life, [...(lives.get(life) ?? []), name]);
  return [...lives]
    .map(([life, names]) => `${names.join(', ')} (${durationText(life, language)})`)
    .join(', ');
}
