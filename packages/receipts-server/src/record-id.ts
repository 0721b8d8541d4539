/**
 * A UUIDv7 (RFC 9562 section 5.7) at `ms` since 1970 whose random part is a hash of `seed`: what is reported
 * twice gets the same id, and is stored once.
 */
export async function deriveRecordId(ms: number, seed: string): Promise<string> {
  const time = ms.toString(16).padStart(12, '0').slice(-12);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${time} ${seed}`));
  const bytes = new Uint8Array(digest);
  bytes[0] = ((bytes[0] as number) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] as number) & 0x3f) | 0x80;
  const hex = [...bytes.slice(0, 10)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8, 20)}`;
}

let latest = { ms: 0, count: 0 };

/**
 * A new UUIDv7 at `ms` since 1970. Those made in one millisecond by one process are in the order they were made:
 * twelve bits count them (RFC 9562 section 6.2, method 1).
 */
export function createRecordId(ms: number): string {
  latest = { ms, count: latest.ms === ms ? (latest.count + 1) % 4096 : 0 };
  const time = ms.toString(16).padStart(12, '0').slice(-12);
  const [, , , ...rest] = crypto.randomUUID().split('-');
  const count = latest.count.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${rest.join('-')}`;
}
