/** Seconds since 1970 when the request was made. */
export const TIMESTAMP_HEADER = 'consentry-timestamp';
/** `v1=` and HMAC-SHA256 in lower-case hex. */
export const SIGNATURE_HEADER = 'consentry-signature';

const importKey = (secret: string, use: 'sign' | 'verify') =>
  crypto.subtle.importKey('raw', encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use]);
const encode = (text: string) => new TextEncoder().encode(text);

/** The signature of a body: HMAC-SHA256 over the timestamp, a dot, and the body as it is sent. */
export async function signDelivery(secret: string, timestamp: string, body: string): Promise<string> {
  const key = await importKey(secret, 'sign');
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encode(`${timestamp}.${body}`)));
  return `v1=${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A request to be judged by {@link verifyDelivery}. */
export interface SignedDelivery {
  readonly secret: string;
  /** The header `consentry-timestamp`. */
  readonly timestamp: string | null | undefined;
  /** The header `consentry-signature`. */
  readonly signature: string | null | undefined;
  /** The body as it came, before anything has parsed it. */
  readonly body: string;
  /** Milliseconds since 1970. @default Date.now() */
  readonly now?: number;
  /** How old or how far ahead a request may be. @default 300 */
  readonly toleranceS?: number;
}

/**
 * Whether a webhook comes from the holder of the secret, now, and unchanged. Compares in constant time. A copy
 * that is sent again within the tolerance still passes: keep the `delivery` ids of that long and skip repeats.
 */
export async function verifyDelivery(request: SignedDelivery): Promise<boolean> {
  const { secret, timestamp, signature, body, now = Date.now(), toleranceS = 300 } = request;
  const [, hex] = /^v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  if (!hex || !/^\d{1,12}$/.test(timestamp ?? '')) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceS) return false;
  const given = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  const key = await importKey(secret, 'verify');
  return crypto.subtle.verify('HMAC', key, given, encode(`${timestamp}.${body}`));
}
