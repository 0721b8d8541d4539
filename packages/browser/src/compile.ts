import type { VendorDescription } from '@consentry/adapters/describe-vendor';
import { GOOGLE_ADAPTERS, type GoogleConsent, googleConsent } from '@consentry/adapters/google-consent';
import { cookieKey, type RegimeRule, STRICTEST } from '@consentry/core';
import type { StorageItem } from '@consentry/gate';
import { isAskedFirst } from './asked-first.js';
import type { KeyedDefinition } from './boot.js';
import type { SiteConfig, SiteVendor } from './site-config.js';

/** Vendor descriptions by adapter id. */
export type Descriptions = Readonly<Record<string, VendorDescription>>;

/** The adapter a vendor uses: its own name unless the config says otherwise, none for `false`. */
export function adapterOf(id: string, { adapter = id }: SiteVendor): string | undefined {
  return adapter === false ? undefined : adapter;
}

/** The vendors that are on in pages, in the config's order. */
export function enabledVendors(config: SiteConfig): [id: string, vendor: SiteVendor][] {
  return Object.entries(config.vendors).filter(
    ([, { enabled, channel }]) => enabled !== false && channel !== 'email',
  );
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
      ...(isAskedFirst(config, vendor) ? { askFirst: true } : {}),
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
  const storage = [...(known?.storage ?? []), ...(vendor.storage ?? [])].filter(isOwn);
  return {
    // What a vendor may send before a grant is not withheld; its storage is.
    ...(config.gate?.layer !== 'marked' && hosts[0] && !isEarly(vendor.options)
      ? { hosts: hosts.map((host) => host.replace(/\/$/, '')) }
      : {}),
    ...(vendor.held === 'replay' ? { held: vendor.held } : {}),
    ...(storage[0] ? { storage: storage.map(({ kind, name }) => ({ kind, name })) } : {}),
  };
}

/** Whether storage is of the page's own site: nobody reaches what other sites store. */
function isOwn({ domain }: { readonly domain?: string }): boolean {
  return !domain;
}

/** The lists that pages may fill for vendors that have not arrived: name of the list, name of its function. */
export function compileQueues(
  config: SiteConfig,
  descriptions: Descriptions,
): (readonly [string, string?])[] {
  return enabledVendors(config).flatMap(([id, vendor]) => {
    const adapter = adapterOf(id, vendor) ?? '';
    const { queue } = descriptions[adapter] ?? {};
    if (!queue || queue.isFunction || queue.methods) return [];
    const layer = isGoogle(adapter) && config.google?.layerName;
    const name = layer || (vendor.options?.[queue.option ?? ''] ?? queue.name);
    return [queue.call ? ([`${name}`, queue.call] as const) : ([`${name}`] as const)];
  });
}

/** What else pages may call of vendors that have not arrived. */
export function compileCalls(config: SiteConfig, descriptions: Descriptions) {
  const queues = enabledVendors(config).flatMap(
    ([id, vendor]) => descriptions[adapterOf(id, vendor) ?? '']?.queue ?? [],
  );
  return {
    functions: queues.flatMap(({ name, isFunction }) => (isFunction ? [name] : [])),
    methods: queues.flatMap(({ name, methods }) => (methods ? [[name, methods] as const] : [])),
  };
}

/** What is as it would be anyway need not be said to every visitor. */
function withoutDefaults(regime: SiteConfig['regime'] = {}): Pick<KeyedDefinition, 'regime'> {
  const other = Object.entries(regime).filter(
    ([key, value]) => Object.hasOwn(STRICTEST, key) && value !== STRICTEST[key as keyof RegimeRule],
  );
  return other.length > 0 ? { regime: Object.fromEntries(other) } : {};
}

/** The purposes a vendor serves: the config's, else its adapter's usual one. */
export function vendorPurposes(
  id: string,
  vendor: SiteVendor,
  descriptions: Descriptions,
): readonly string[] {
  const adapter = adapterOf(id, vendor);
  return vendor.purposes ?? [descriptions[adapter ?? '']?.purpose ?? ''];
}

/** An adapter that a config uses, with the options it is called with. */
interface UsedAdapter {
  readonly vendor: string;
  readonly adapter: string;
  readonly options: Record<string, unknown>;
}

/** The adapters a config uses; those of Google share what Google is told. */
export function compileAdapters(config: SiteConfig): UsedAdapter[] {
  const google = compileGoogle(config);
  return enabledVendors(config).flatMap(([vendor, entry]) => {
    const adapter = adapterOf(vendor, entry);
    if (!adapter || (isGoogle(adapter) && config.google?.toldBy)) return [];
    const storage = entry.storage?.filter(isOwn).map(({ kind, name }) => ({ kind, name }));
    const options = {
      ...(adapter === 'tag' && storage ? { storage } : {}),
      ...(isGoogle(adapter) ? { consent: google } : {}),
      ...entry.options,
    };
    return [{ vendor, adapter, options }];
  });
}

const isGoogle = (adapter: string) => Object.hasOwn(GOOGLE_ADAPTERS, adapter);

/** What Google is told by this site; `undefined` where nobody tells it. */
export function compileGoogle(config: SiteConfig): GoogleConsent | undefined {
  if (config.google?.toldBy) return undefined;
  const vendors = enabledVendors(config).flatMap(([vendor, entry]) => {
    const adapter = adapterOf(vendor, entry) ?? '';
    return isGoogle(adapter) ? [{ vendor, adapter }] : [];
  });
  return vendors[0] && googleConsent(config.google, vendors);
}

/** The vendors that wait for others, each with those it waits for; nothing where none does. */
export function compileAfter(config: SiteConfig): Readonly<Record<string, readonly string[]>> | undefined {
  const waiting = enabledVendors(config).flatMap(([vendor, { after }]) =>
    after ? [[vendor, [after].flat()] as const] : [],
  );
  return waiting[0] && Object.fromEntries(waiting);
}

/** What vendors store that no adapter of theirs would know of, because they have none or the config says more. */
export function compileStorage(config: SiteConfig): { vendor: string; storage: StorageItem[] }[] {
  return enabledVendors(config).flatMap(([vendor, entry]) => {
    const storage = entry.storage?.filter(isOwn).map(({ kind, name }) => ({ kind, name }));
    return storage?.[0] && adapterOf(vendor, entry) !== 'tag' ? [{ vendor, storage }] : [];
  });
}

/** The guards that a config needs beside the guard itself, by the names they are exported under. */
export function storeGuards(config: SiteConfig, descriptions: Descriptions): string[] {
  const kinds = new Set(
    enabledVendors(config).flatMap(([id, entry]) =>
      [...(entry.storage ?? []), ...(descriptions[adapterOf(id, entry) ?? '']?.storage ?? [])]
        .filter(isOwn)
        .map(({ kind }) => kind),
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
  return compileAdapters(config).some(({ options }) => isEarly(options));
}

/** Whether a vendor may be contacted before anybody has decided. */
export function isEarlyVendor({ vendors }: SiteConfig, id: string): boolean {
  return isEarly(vendors[id]?.options);
}

function isEarly(options: SiteVendor['options']): boolean {
  return (options?.beforeGrant ?? 'nothing') !== 'nothing';
}
