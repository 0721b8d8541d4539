import { ConsentryError, checkSite, type SiteDefinition, type Vendor } from '@consentry/core';

/** A vendor and what belongs to it. */
export interface PolicyVendor extends Vendor {
  /** `"example.com"` (subdomains too), `"host:port"`, `"example.com/path"`, or `"/path"` of this site. @default [] */
  readonly hosts?: readonly string[] | undefined;
}

/** What a server has to know of a site; `consentry build` writes it as `consentry-policy.json`. */
export interface PolicySite extends SiteDefinition {
  readonly vendors: readonly PolicyVendor[];
  /** Hosts that every visitor's browser may reach, beside the site's own. @default [] */
  readonly hosts?: readonly string[] | undefined;
}

/** As in the config's schema, in ASCII: it is going to be a header. */
const HOST = /^(?=..)([a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?|)(\/[!"$-)+->@-~]*)?$/;

/**
 * Checks what may have come from a file: its shape here, the rest by core's own check. Returns it with only
 * what is known, or throws a {@link ConsentryError} that names the first mistake.
 */
export function parsePolicySite(input: unknown): PolicySite {
  const { purposes, vendors, hosts, noticeVersion, regime, cookie } = object('site', input);
  const site: PolicySite = {
    purposes: list('purposes', purposes, (where, entry) => {
      const { id, exempt, signals, since } = object(where, entry);
      // Taken by its truth, "exempt": "no" would let everything through.
      if (exempt !== undefined && typeof exempt !== 'boolean')
        fail(`${where}.exempt`, exempt, 'true or false');
      return { id, exempt, signals: list(`${where}.signals`, signals ?? [], text), since } as never;
    }),
    vendors: list('vendors', vendors, (where, entry) => {
      const { id, purposes: served, since, askFirst, hosts: own } = object(where, entry);
      if (askFirst !== undefined && typeof askFirst !== 'boolean')
        fail(`${where}.askFirst`, askFirst, 'true or false');
      return {
        id,
        purposes: list(`${where}.purposes`, served, text),
        since,
        ...(askFirst === undefined ? {} : { askFirst }),
        hosts: list(`${where}.hosts`, own ?? [], host),
      } as never;
    }),
    hosts: list('hosts', hosts ?? [], host),
    ...(noticeVersion === undefined ? {} : { noticeVersion: noticeVersion as number }),
    ...(regime === undefined ? {} : { regime: object('regime', regime) }),
    ...(cookie === undefined ? {} : { cookie: object('cookie', cookie) }),
  };
  checkSite(site);
  return site;
}

function object(where: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(where, value, 'an object');
  return value as Record<string, unknown>;
}

function list<T>(where: string, value: unknown, read: (where: string, entry: unknown) => T): T[] {
  if (!Array.isArray(value)) return fail(where, value, 'an array');
  return value.map((entry, i) => read(`${where}[${i}]`, entry));
}

function text(where: string, value: unknown): string {
  return typeof value === 'string' ? value : fail(where, value, 'a string');
}

function host(where: string, value: unknown): string {
  const known = text(where, value);
  return HOST.test(known)
    ? known
    : fail(where, value, 'a host or a path such as "example.com", "host:port" or "/path"');
}

function fail(where: string, value: unknown, expected: string): never {
  throw new ConsentryError(
    'invalid-definition',
    `${where}: expected ${expected}, got ${JSON.stringify(value)}.`,
  );
}
