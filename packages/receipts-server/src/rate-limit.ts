/** How many requests one client address may make. */
export interface RateLimit {
  /** Requests at once. @default 60 */
  readonly burst?: number;
  /** Requests a minute in the long run. @default 60 */
  readonly perMinute?: number;
}

/** Most addresses remembered; the one seen first is forgotten for a new one. */
const MOST_ADDRESSES = 20_000;

/**
 * Counts requests by client address, in memory and nowhere else. The returned function answers the seconds
 * to wait, 0 when the request may go on.
 */
export function createRateLimiter(
  { burst = 60, perMinute = 60 }: RateLimit,
  now: () => number,
): (address: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = perMinute / 60_000;
  return (address) => {
    const key = addressGroup(address);
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + Math.max(0, at - bucket.at) * perMs);
    const allowed = tokens >= 1;
    // Put back at the end, so that the addresses that are in use are not the ones forgotten.
    buckets.delete(key);
    buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at });
    if (buckets.size > MOST_ADDRESSES) buckets.delete(buckets.keys().next().value as string);
    return allowed ? 0 : Math.ceil((1 - tokens) / perMs / 1000);
  };
}

/** An IPv6 address shortened to its /64, which is what one household or machine has to itself (RFC 6177). */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] as string;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  while (tail !== undefined && groups.length + after.length < 8) groups.push('0');
  return [...groups, ...after].slice(0, 4).join(':');
}
