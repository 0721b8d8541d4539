import type { StorageItem } from '../storage.js';

/** What the guard knows of a vendor. */
export interface GuardedVendor {
  readonly id: string;
  /**
   * What belongs to it: `example.com` (subdomains too), `example.com/path`, `host:port`, or `/path` of the site
   * itself. Hosts as browsers write them: lower case, punycode.
   */
  readonly hosts?: readonly string[];
  /** What becomes of a request to it while it is withheld. @default refused, as if the network had failed */
  readonly held?: 'replay';
  /** What it stores in this browser. */
  readonly storage?: readonly StorageItem[];
}

/** Says what belongs to vendors that are not allowed. */
export interface Ownership {
  /** Whether anything is withheld at all. */
  isActive(): boolean;
  /** The vendor to whom an address belongs while it is withheld, as this page resolves it. */
  ownerOf(address: unknown): string | undefined;
  /** The first such vendor that a text with addresses in it names: CSS, HTML, a list of image sources. */
  ownerIn(text: string): string | undefined;
  /** The text with the addresses of such vendors taken out. */
  without(text: string): string;
  /** What `blob:` addresses stand for, by address; filled by whoever sees them made. */
  readonly blobs: Map<string, string>;
}

/** An address within a text: with a scheme, without one, or from the root of the site. */
const ADDRESS = /(?:\w+:)?\/\/?[^\s"'`<>(){},;\\]+/g;

/** Knows every vendor's hosts and asks of each whether it is allowed now. */
export function createOwnership(
  { document, location }: Pick<Window, 'document' | 'location'>,
  vendors: readonly GuardedVendor[],
  isAllowed: (id: string) => boolean,
): Ownership {
  const blobs = new Map<string, string>();
  const oneOf = (hosts: readonly string[]) => hosts.join('|').replace(/[.+$()[\]]/g, '\\$&');
  const rules = vendors.flatMap(({ id, hosts = [] }) =>
    hosts[0] ? [[id, new RegExp(`^([^/]*\\.)?(${oneOf(hosts)})/`, 'm')] as const] : [],
  );
  // Most texts name nobody, and are told apart by one look.
  const names = new RegExp(oneOf(vendors.flatMap(({ hosts = [] }) => hosts)) || '$.', 'i');

  // The browser's own, whatever a page puts in its place.
  const { test } = names;

  const ownerOf = (address: unknown): string | undefined => {
    try {
      const { protocol, host, href, pathname } = new URL(
        `${(address as Request).url ?? address}`,
        document.baseURI,
      );
      if (protocol === 'blob:') return ownerIn(blobs.get(href) ?? '');
      if (/^(data|javascript):/.test(href)) return ownerIn(decoded(href));
      // A dot at the end of a name means the same host; a rule without a port means all of them.
      const name = host.replace(/\.(?=:|$)/, '');
      const path = `${pathname}/`;
      const forms = `${name}${path}\n${name.replace(/:.*/, path)}\n${host === location.host ? path : ''}`;
      const owners = rules.filter(([, rule]) => test.call(rule, forms));
      // What two vendors share may be asked for while one of them is allowed.
      return owners.some(([id]) => isAllowed(id)) ? undefined : owners[0]?.[0];
    } catch {
      return undefined; // what browsers cannot read they do not ask for
    }
  };
  const ownerIn = (text: string): string | undefined => {
    if (!test.call(names, text)) return undefined;
    for (const [address] of text.matchAll(ADDRESS)) {
      const owner = ownerOf(address);
      if (owner) return owner;
    }
    return undefined;
  };

  return {
    isActive: () => vendors.some(({ id }) => !isAllowed(id)),
    ownerOf,
    ownerIn,
    without: (text) => text.replace(ADDRESS, (address) => (ownerOf(address) ? '' : address)),
    blobs,
  };
}

/** What an address says that is its own content, whichever way it is written. */
function decoded(address: string): string {
  try {
    const text = decodeURIComponent(address);
    const [, base64] = /^data:[^,]*;base64,(.*)/is.exec(text) ?? [];
    return base64 ? atob(base64) : text;
  } catch {
    return address;
  }
}
