import { fromBase64url } from './base64url.js';
import { canonicalJson } from './canonical-json.js';
import { sha256 } from './sha256.js';

/** An Ed25519 public key as a JWK (RFC 8037 section 2). */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** 32 bytes in base64url. */
  readonly x: string;
}

/** An Ed25519 key pair as a JWK. Whoever has it can sign: keep it in a file that only the server reads. */
export interface PrivateKey extends PublicKey {
  /** 32 secret bytes in base64url. */
  readonly d: string;
}

/** A key ready to sign with. */
export interface SigningKey {
  /** RFC 7638 thumbprint of the public half, 43 characters of base64url. */
  readonly keyId: string;
  readonly publicKey: PublicKey;
  /** Ed25519 signature of `bytes`, 64 bytes. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** The name of a public key: its RFC 7638 thumbprint. What else a JWK carries does not change it. */
export async function keyThumbprint({ x }: PublicKey): Promise<string> {
  // Members in the order of RFC 7638 section 3.2, which is also the canonical one.
  const hash = await sha256(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }));
  return hash.slice('sha256-'.length);
}

/** The public part of a JWK from outside, or nothing when it is no Ed25519 key. */
export function readPublicKey(value: unknown): PublicKey | undefined {
  const { kty, crv, x } = (value ?? {}) as Record<string, unknown>;
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && fromBase64url(x)?.length === 32
    ? { kty, crv, x }
    : undefined;
}

/** Makes a key pair that has never existed before. */
export async function createPrivateKey(): Promise<PrivateKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const { x, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { kty: 'OKP', crv: 'Ed25519', x: x as string, d: d as string };
}

/** Makes a stored key pair ready to sign. Rejects what is no pair, also two halves that do not belong together. */
export async function importSigningKey({ x, d }: PrivateKey): Promise<SigningKey> {
  const publicKey: PublicKey = { kty: 'OKP', crv: 'Ed25519', x };
  const key = await crypto.subtle.importKey('jwk', { ...publicKey, d }, 'Ed25519', false, ['sign']);
  return {
    keyId: await keyThumbprint(publicKey),
    publicKey,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)),
  };
}

/** Whether `signature` over `bytes` was made with the private half of `publicKey`. */
export async function isSignedBy(
  { kty, crv, x }: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, bytes);
}
