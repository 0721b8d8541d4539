/** A label that is no long one and has no six digits in a row, and two or three of them at the end of a name. */
const LABEL = '(?![^.]*\\d{6})[a-z0-9_][a-z0-9_-]{0,24}';
const KEPT = new RegExp(`(?:^|\\.)((?:${LABEL}\\.){1,2}${LABEL})$`);

/**
 * The name of an address's host as it may be told: without port, shortened to its last three labels. `*` stands for
 * what is before them, and for labels that may be a number of somebody: long ones, and those with six digits in a row.
 * Nothing for what has no host (extensions, `data:`, `blob:`), and for names without a dot.
 */
export function nameOf(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined; // "inline", "eval": what a policy has stopped need not be an address
  }
  if (!/^(http|ws)s?:$/.test(url.protocol)) return undefined;
  const name = url.hostname.replace(/\.$/, '');
  if (/^[\d.]+$/.test(name)) return name;
  const found = KEPT.exec(name);
  return found ? (found.index > 0 ? '*.' : '') + found[1] : undefined;
}
