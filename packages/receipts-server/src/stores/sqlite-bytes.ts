// As text, in base64url: libsql 0.5 aborts the process on some queries over blobs.

/** Bytes as they are stored. */
export function fromBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

/** A stored text as bytes of their own, which may travel between threads. */
export function toBytes(text: unknown): Uint8Array {
  return Uint8Array.from(Buffer.from(String(text), 'base64url'));
}
