/**
 * The `Domain` attributes under which a page on `hostname` may have set cookies: itself and every
 * parent with a dot, nearest first. Empty for addresses and single-label hosts, which have host-only cookies.
 */
export function cookieDomains(hostname: string): string[] {
  const domains: string[] = [];
  if (/^[\d.]+$|:/.test(hostname)) return domains;
  for (let rest = hostname; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) domains.push(rest);
  return domains;
}
