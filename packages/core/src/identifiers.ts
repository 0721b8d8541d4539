/** Fills and returns the array with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** 128 random bits as 22 characters of base64url: a new subject reference. */
export function createSubject(random: RandomBytes): string {
  return btoa(String.fromCharCode(...random(new Uint8Array(16))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22);
}

/** A UUIDv7 (RFC 9562 section 5.7) for `nowMs`: 48 bits of time, the rest random. */
export function createRecordId(random: RandomBytes, nowMs: number): string {
  const bytes = random(new Uint8Array(16));
  let hex = nowMs.toString(16).padStart(12, '0').slice(-12);
  bytes.forEach((byte, i) => {
    const value = i === 6 ? (byte & 15) | 0x70 : i === 8 ? (byte & 63) | 0x80 : byte;
    if (i > 5) hex += value.toString(16).padStart(2, '0');
  });
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
