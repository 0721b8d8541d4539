/** Fills and returns the array with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

function randomHex(random: RandomBytes): string {
  return [...random(new Uint8Array(16))].map((byte) => (byte + 256).toString(16).slice(1)).join('');
}

/** A new subject reference: 22 hexadecimal digits, 88 random bits. */
export function createSubject(random: RandomBytes): string {
  return randomHex(random).slice(10);
}

/** A UUIDv7 (RFC 9562 section 5.7) for `nowMs`: 48 bits of time, the rest random. */
export function createRecordId(random: RandomBytes, nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0');
  const noise = randomHex(random);
  // The variant's digit is one of 8, 9, a and b.
  const variant = '89ab'[Number.parseInt(noise[0] as string, 16) % 4];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(1, 4)}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`;
}
