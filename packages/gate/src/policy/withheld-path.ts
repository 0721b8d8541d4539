import type { PolicySite } from './policy-site.js';

/**
 * Whether a path of the site leads to vendors of which none is allowed. The longest declared path that covers
 * it decides: a proxy below a proxy belongs to whoever declared it.
 */
export function isWithheldPath(
  { vendors, hosts = [] }: PolicySite,
  path: string,
  isAllowed: (id: string) => boolean,
): boolean {
  const asked = segmentsOf(path);
  let longest = 0;
  let withheld = false;
  const weigh = (declared: readonly string[] | undefined, allowed: () => boolean) => {
    for (const host of declared ?? []) {
      const own = host.startsWith('/') ? segmentsOf(host) : [];
      if (own.length < Math.max(longest, 1) || own.some((segment, i) => segment !== asked[i])) continue;
      withheld = own.length > longest ? !allowed() : withheld && !allowed();
      longest = own.length;
    }
  };
  weigh(hosts, () => true);
  for (const vendor of vendors) weigh(vendor.hosts, () => isAllowed(vendor.id));
  return withheld;
}

/**
 * A path's parts as the most forgiving server would read them: decoded, in one case, without dots and
 * doubled slashes. What some server might take for the vendor's path is the vendor's path.
 */
function segmentsOf(path: string): string[] {
  let found = path.replace(/[?#].*$/s, '');
  try {
    found = decodeURIComponent(found);
  } catch {
    // Cannot be decoded: looked at as it came.
  }
  const segments: string[] = [];
  for (const segment of found.toLowerCase().split(/[\\/]+/)) {
    if (segment === '..') segments.pop();
    else if (segment && segment !== '.') segments.push(segment);
  }
  return segments;
}
