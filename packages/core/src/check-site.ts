import { ConsentryError } from './errors.js';
import { cookieKey, type SiteDefinition } from './site.js';

const ID = /^[a-z][a-z0-9-]{0,49}$/;
const MODELS = ['opt-in', 'opt-out', 'notice'];
/** Chrome keeps no cookie longer; RFC 6265bis section 5.6. */
const MAX_DAYS = 400;

/**
 * Returns the definition unchanged, or throws a {@link ConsentryError} that names the first mistake.
 * Builds made by `consentry build` were checked there, so that visitors do not download this.
 */
export function checkSite(site: SiteDefinition): SiteDefinition {
  const keys = new Map<string, string>();
  const purposes = new Set<string>();
  const version = site.noticeVersion ?? 1;
  if (!isVersion(version)) fail('noticeVersion', version, 'a whole number from 1');

  const register = (where: string, id: unknown, since: unknown) => {
    if (typeof id !== 'string' || !ID.test(id))
      fail(`${where}.id`, id, 'lower-case letters, digits and dashes');
    const key = cookieKey(id as string);
    const other = keys.get(key);
    if (other !== undefined) {
      throw new ConsentryError(
        'duplicate-id',
        other === id
          ? `${where}: "${id}" is defined twice. Purposes and vendors share one set of ids; rename one.`
          : `${where}: "${id}" and "${other}" have the same short cookie key. Rename one.`,
      );
    }
    keys.set(key, id as string);
    if (since !== undefined && (!isVersion(since) || (since as number) > version)) {
      fail(`${where}.since`, since, `a notice version from 1 to ${version}`);
    }
  };

  site.purposes.forEach((purpose, i) => {
    register(`purposes[${i}]`, purpose.id, purpose.since);
    purposes.add(purpose.id);
    for (const signal of purpose.signals ?? []) {
      if (signal !== 'gpc') fail(`purposes[${i}].signals`, signal, '"gpc"');
    }
  });
  site.vendors.forEach((vendor, i) => {
    register(`vendors[${i}]`, vendor.id, vendor.since);
    if (vendor.purposes.length === 0)
      fail(`vendors[${i}].purposes`, vendor.purposes, 'at least one purpose id');
    for (const id of vendor.purposes) {
      if (!purposes.has(id)) fail(`vendors[${i}].purposes`, id, `one of ${[...purposes].join(', ')}`);
    }
  });

  const { model, grantDays, denyDays, gpc } = site.regime ?? {};
  if (model !== undefined && !MODELS.includes(model))
    fail('regime.model', model, `one of ${MODELS.join(', ')}`);
  if (gpc !== undefined && gpc !== 'deny' && gpc !== 'inform') fail('regime.gpc', gpc, '"deny" or "inform"');
  for (const [name, days] of Object.entries({ grantDays, denyDays })) {
    if (days !== undefined && !(Number.isFinite(days) && days > 0 && days <= MAX_DAYS)) {
      fail(`regime.${name}`, days, `days, more than 0 and at most ${MAX_DAYS}`);
    }
  }
  const name = site.cookie?.name;
  if (name !== undefined && !/^[\w-]{1,64}$/.test(name))
    fail('cookie.name', name, 'letters, digits, "_" and "-"');
  return site;
}

function isVersion(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1e9;
}

function fail(where: string, value: unknown, expected: string): never {
  throw new ConsentryError(
    'invalid-definition',
    `${where}: expected ${expected}, got ${JSON.stringify(value)}.`,
  );
}
