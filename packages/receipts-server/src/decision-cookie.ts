/** How the decision cookie is set again; the same values as in the site's config. */
export interface DecisionCookie {
  /** @default "consentry" */
  readonly name?: string;
  /** @default this host only */
  readonly domain?: string;
  /** @default 180 */
  readonly maxAgeDays?: number;
  /** Whether the site is on https. @default judged by the request */
  readonly secure?: boolean;
}

// The grammar of core's persist/codec.ts, version 1, with the subject and the record id picked out. A copy,
// because this package stands apart from core; it only guards, and what does not match is left alone.
const VALUE =
  /^1\.[0-9a-z]{1,6}\.[ion]\.([\w-]{22})\.[0-9a-z]{1,8}\.([\da-f-]{36})(?:\.[gsdwrv][0-9a-z]{1,8}~(?:[\w-]{4})+)*$/;
const MAX_LENGTH = 2048;

/**
 * The Set-Cookie that keeps the visitor's decision where Safari would forget it: it deletes cookies written
 * by script after seven days, and keeps those set by a server
 * (https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/).
 *
 * Nothing unless the cookie in the request belongs to this very record: the cookie of another record may be
 * older than what the visitor has decided since.
 */
export function renewDecisionCookie(
  request: Request,
  record: { readonly id: string; readonly subject: string },
  { name = 'consentry', domain, maxAgeDays = 180, secure }: DecisionCookie,
): string | undefined {
  const values = new Set(
    (request.headers.get('cookie') ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${name}=`))
      .map((pair) => pair.slice(name.length + 1)),
  );
  const [value = ''] = values;
  // Two cookies that disagree: nobody knows which one the visitor meant.
  if (values.size !== 1 || value.length > MAX_LENGTH) return undefined;
  const [, subject, id] = VALUE.exec(value) ?? [];
  if (subject !== record.subject || id !== record.id) return undefined;
  return [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${maxAgeDays * 86_400}`,
    'SameSite=Lax',
    ...((secure ?? isHttps(request)) ? ['Secure'] : []),
    ...(domain ? [`Domain=${domain}`] : []),
  ].join('; ');
}

/** The page's own word counts too: a proxy that ends TLS forwards plain http. */
function isHttps(request: Request): boolean {
  return request.url.startsWith('https:') || request.headers.get('origin')?.startsWith('https:') === true;
}
