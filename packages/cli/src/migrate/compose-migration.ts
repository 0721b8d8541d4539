import type { AdapterCatalogue, AdapterEntry } from '@consentry/config';
import { composeVendor } from '../site-reading/compose-config.js';
import { composePurposes, textsIn } from './compose-purposes.js';
import { findTaggedVendors } from './find-tags.js';
import type { FoundName, FoundSetup, SetupReader, Sources } from './found-setup.js';
import { adapterOf, purposeIdOf } from './known-names.js';

/** A config made of another consent manager's, and what is to be said about it. */
export interface Migration {
  readonly config: Readonly<Record<string, unknown>>;
  /** Vendors that adapters of ours load, and those whose tags stay in the pages. */
  readonly loaded: readonly string[];
  readonly stayInPages: readonly string[];
  /** Vendors that nothing loads until their adapter is told what it needs. */
  readonly untold: readonly string[];
  /** Services that stand for a purpose here, because nobody knows whose they are. */
  readonly unknown: readonly FoundName[];
  readonly untranslated: readonly string[];
}

/** The category of what has none. */
const OTHERS = 'functional';

/** Makes a config that `consentry check` accepts, with the dialect in which the pages stay as they are. */
export function composeMigration(
  setup: FoundSetup,
  reader: SetupReader,
  sources: Sources,
  catalogue: AdapterCatalogue,
  { site, languages }: { readonly site: string; readonly languages: readonly string[] },
): Migration {
  const untranslated: string[] = [];
  const inLanguages = textsIn(languages, untranslated);
  const tagged = findTaggedVendors(sources, reader, catalogue);
  // Where there are no services, a category may be named after one vendor.
  const isGroup = (name: string) => setup.names.some(({ of }) => of?.includes(name));
  const names = setup.names.map((each): FoundName => {
    const isVendor = each.kind === 'category' && !isGroup(each.name) && adapterOf([each.name], catalogue);
    return isVendor ? { ...each, kind: 'service' } : each;
  });
  const services = names
    .filter(({ kind }) => kind === 'service')
    .map((service) => {
      const { name, label, of, exempt } = service;
      const adapter =
        adapterOf([name, ...Object.values(label ?? {})], catalogue) ??
        tagged.find(({ names }) => names.includes(name))?.adapter;
      const usual = adapter && catalogue[adapter]?.purpose;
      const categories = exempt ? ['necessary'] : of?.[0] ? of : [usual || OTHERS];
      return { service, adapter, purposes: [...new Set(categories.map(purposeIdOf))] };
    });
  const named = names.filter(({ kind }) => kind === 'category');
  const isNamed = (id: string) => named.some(({ name }) => purposeIdOf(name) === id);
  const further = [...new Set(services.flatMap(({ purposes }) => purposes))].filter((id) => !isNamed(id));
  const categories = [
    ...named,
    ...further.map((name): FoundName => ({ name, kind: 'category', exempt: name === 'necessary' })),
  ];
  const vendors: Record<string, object> = {};
  const loaded: string[] = [];
  const stayInPages: string[] = [];
  const untold: string[] = [];
  const addVendor = (adapter: string, purposes: readonly string[]) => {
    const entry = catalogue[adapter];
    // Purposes and vendors share one set of ids.
    if (!entry || Object.hasOwn(vendors, adapter) || Object.hasOwn(purposesOfSite, adapter)) return;
    const options = fitting(entry, setup.options?.[adapter]);
    const isInPages = tagged.some((vendor) => vendor.adapter === adapter && vendor.inScript);
    const isLoaded = !isInPages && (options !== undefined || !entry.options.required?.[0]);
    const found = { adapter, ...(options && isLoaded ? { options } : {}) };
    vendors[adapter] = {
      ...composeVendor(found, entry, languages, inLanguages, isLoaded),
      ...(isLoaded && purposes.length === 1 && purposes[0] === entry.purpose ? {} : { purposes }),
    };
    (isLoaded ? loaded : setup.loadsVendors && !isInPages ? untold : stayInPages).push(adapter);
  };
  const inFurther = tagged.flatMap(({ adapter }) => {
    const purpose = catalogue[adapter]?.purpose ?? '';
    return isNamed(purpose) || further.includes(purpose) ? [] : [purpose];
  });
  const unmarked = tagged.filter(({ names }) => !names[0]);
  for (const name of unmarked[0] ? new Set(inFurther) : [])
    categories.push({ name, kind: 'category', exempt: name === 'necessary' });
  const purposesOfSite = composePurposes(
    categories[0] ? categories : [{ name: 'analytics', kind: 'category' }],
    inLanguages,
  );
  for (const { adapter, purposes } of services) if (adapter) addVendor(adapter, purposes);
  for (const { adapter, names } of tagged) {
    const purposes = [...new Set(names.map(purposeIdOf))].filter((id) => Object.hasOwn(purposesOfSite, id));
    const usual = catalogue[adapter]?.purpose ?? OTHERS;
    const served = purposes[0] ? purposes : [usual].filter((id) => Object.hasOwn(purposesOfSite, id));
    if (served[0]) addVendor(adapter, served);
  }

  const standsFor = new Map<string, readonly string[]>(named.map(({ name }) => [name, [purposeIdOf(name)]]));
  for (const { service, adapter, purposes } of services)
    standsFor.set(service.name, adapter && Object.hasOwn(vendors, adapter) ? [adapter] : purposes);
  const { stored, revision, implied = [], days, isOptOut, noticeUrl, cookieDomain } = setup;
  const domain = cookieDomain?.replace(/^\./, '');
  const config = {
    $schema: './node_modules/@consentry/config/schema/consentry.schema.json',
    site,
    languages,
    ...(noticeUrl && /^(https?:\/\/|\/)/.test(noticeUrl) ? { notice: { url: noticeUrl } } : {}),
    ...(days || isOptOut
      ? {
          regime: {
            ...(isOptOut ? { model: 'opt-out' } : {}),
            ...(days ? { grantDays: days, denyDays: days } : {}),
          },
        }
      : {}),
    purposes: purposesOfSite,
    vendors,
    ...(domain && /^[a-z0-9.-]+$/.test(domain) ? { cookie: { domain } } : {}),
    receipts: { endpoint: '/consentry/records' },
    dialect: {
      of: reader.of,
      categories: Object.fromEntries(
        [...standsFor].map(([name, ids]) => [name, ids.length === 1 ? ids[0] : ids]),
      ),
      ...(stored ? { stored } : {}),
      ...(revision ? { revision } : {}),
      ...(implied[0] ? { implied } : {}),
    },
  };
  const unknown = services.filter(({ adapter }) => !adapter || !Object.hasOwn(vendors, adapter));
  return {
    ...{ config, loaded, stayInPages, untold, untranslated },
    unknown: unknown.map(({ service }) => service),
  };
}

/** The options, where they are all that the adapter needs, in the form it takes. */
function fitting(
  { options: { required = [], properties } }: AdapterEntry,
  given: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined {
  const fits = (name: string) =>
    given?.[name] !== undefined && new RegExp(`${properties[name]?.pattern ?? ''}`).test(given[name]);
  return given && required.every(fits) && Object.keys(given).every(fits) ? given : undefined;
}
