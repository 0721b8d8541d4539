// The content security policy of every page: nothing but this site and its three vendors, scripts by nonce,
// and Trusted Types, of which only Consentry has a policy.

/** The policy of one page view. */
export function contentSecurityPolicy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' http://127.0.0.1:4401 http://127.0.0.1:4402",
    'frame-src http://127.0.0.1:4403',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types consentry',
  ].join('; ');
}
