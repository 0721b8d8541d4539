import { afterEach, describe, expect, it, vi } from 'vitest';
import vectors from '../../../test/vectors/receipt.json' with { type: 'json' };
import { canonicalJson } from './canonical-json.js';
import { createPrivateKey, importSigningKey, type PrivateKey } from './key.js';
import { parseReceipt } from './parse-receipt.js';
import { type ConsentReceipt, signReceipt } from './receipt.js';
import { verify } from './verify.js';

const good = vectors.cases[0]?.receipt as ConsentReceipt;
const { trustedKeys } = vectors;
const receiving = {
  receivedAt: new Date(good.receivedAt),
  issuer: good.issuer,
};

/** A change of each member that leaves it well-formed, and what it is called. */
const changes: [path: string, value: unknown, code: string][] = [
  ['record.id', '01a1fce7-9d80-7000-8000-000000000002', 'altered'],
  ['record.subject', 'BAECAwQFBgcICQoLDA0ODw', 'altered'],
  ['record.site', 'omakase2', 'altered'],
  ['record.notice.version', 4, 'altered'],
  ['record.notice.language', 'en', 'altered'],
  ['record.notice.hash', `sha256-${'B'.repeat(43)}`, 'altered'],
  ['record.regime', 'opt-out', 'altered'],
  ['record.via', 'page', 'altered'],
  ['record.signals.gpc', true, 'altered'],
  ['record.choices.analytics', 'deny', 'altered'],
  ['record.statuses.analytics', 'denied', 'altered'],
  ['record.givenAt', '2026-11-21T07:00:00.001Z', 'altered'],
  ['record.previous', '01a1fce7-9d80-7000-8000-000000000009', 'altered'],
  ['record.sdk', '0.1.1', 'altered'],
  ['recordHash', `sha256-${'A'.repeat(43)}`, 'altered'],
  ['receivedAt', '2026-11-21T07:00:02.000Z', 'bad-signature'],
  ['issuer', 'https://example.org', 'bad-signature'],
  ['keyId', 'A'.repeat(43), 'altered'],
  ['publicKey.x', 'A'.repeat(43), 'altered'],
  ['signature', 'A'.repeat(86), 'bad-signature'],
  ['schema', 'consentry-receipt-2', 'unsupported'],
  ['record.schema', 'consentry-record-2', 'malformed'],
  ['publicKey.kty', 'EC', 'malformed'],
  ['publicKey.crv', 'X25519', 'malformed'],
];

/** Every path to a value inside `value` that is no object. */
function leaves(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' ? leaves(inner, `${path}${name}.`) : [`${path}${name}`],
  );
}

function changed(path: string, value: unknown): object {
  const copy = structuredClone(good) as object;
  const names = path.split('.');
  const last = names.pop() as string;
  let holder = copy as Record<string, unknown>;
  for (const name of names) holder = holder[name] as typeof holder;
  holder[last] = value;
  return copy;
}

afterEach(() => vi.restoreAllMocks());

describe('verify', () => {
  it.each(vectors.cases)('knows $name', async ({ receipt, expected }) => {
    expect(await verify(receipt, trustedKeys)).toMatchObject(expected);
  });

  it('gives back what it verified', async () => {
    expect(await verify(good, trustedKeys)).toEqual({ ok: true, receipt: good });
  });

  it('takes the members in any order', async () => {
    const turned = Object.fromEntries(Object.entries(good).reverse());
    expect(await verify(turned, trustedKeys)).toMatchObject({ ok: true });
  });

  it.each(changes)('notices a changed %s', async (path, value, code) => {
    expect(await verify(changed(path, value), trustedKeys)).toMatchObject({
      ok: false,
      code,
    });
  });

  it('has a change above for every member there is', () => {
    const covered = new Set(changes.map(([path]) => path));
    const others = leaves(good).filter((path) => !covered.has(path));
    expect(others).toEqual([
      'record.choices.marketing',
      'record.statuses.marketing',
      'record.statuses.youtube',
    ]);
  });

  it('refuses the receipt after a flip of any single byte', async () => {
    const text = canonicalJson(good);
    for (let i = 0; i < text.length; i++) {
      const flipped = text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ 1) + text.slice(i + 1);
      let receipt: unknown;
      try {
        receipt = JSON.parse(flipped);
      } catch {
        continue; // no JSON any more, so nobody gets as far as verifying it
      }
      const result = await verify(receipt, trustedKeys);
      expect(result, flipped).toMatchObject({ ok: false });
    }
  });

  it('does not believe the key that a forger put into the receipt', async () => {
    const forger = await importSigningKey(await createPrivateKey());
    const forged = await signReceipt(good.record, forger, receiving);
    expect(await verify(forged, trustedKeys)).toMatchObject({
      ok: false,
      code: 'unknown-key',
      consistent: true,
    });
  });

  it('says when not even the key inside the receipt signed it', async () => {
    expect(await verify(changed('issuer', 'https://example.org'), [])).toMatchObject({
      code: 'unknown-key',
      consistent: false,
    });
  });

  it('trusts nobody when it is given no keys', async () => {
    expect(await verify(good, [])).toMatchObject({
      code: 'unknown-key',
      consistent: true,
    });
  });

  it('trusts nobody when what should be the list of keys is something else', async () => {
    const noList = undefined as unknown as [];
    expect(await verify(good, noList)).toMatchObject({ code: 'unknown-key' });
  });

  it("goes by a key's own thumbprint and not by the name a key list gives it", async () => {
    const { x } = await createPrivateKey();
    const claimed = { kty: 'OKP', crv: 'Ed25519', x, kid: good.keyId };
    expect(await verify(good, [claimed])).toMatchObject({ code: 'unknown-key' });
  });

  it('passes over entries of the key list that are no keys', async () => {
    expect(await verify(good, [null, 'x', { kty: 'RSA' }, ...trustedKeys])).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['undefined', undefined],
    ['a text', 'receipt'],
    ['a list', []],
    ['an object with nothing in it', {}],
  ])('calls %s malformed', async (_, value) => {
    expect(await verify(value, trustedKeys)).toMatchObject({ code: 'malformed' });
  });

  it('calls a second spelling of the same signature malformed', async () => {
    const { signature } = good;
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = letters.indexOf(signature.at(-1) as string);
    const twin = signature.slice(0, -1) + letters[last + 1];
    expect(await verify(changed('signature', twin), trustedKeys)).toMatchObject({
      code: 'malformed',
    });
  });

  it('says so where the platform has no Ed25519', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(
      new DOMException('Unrecognized name', 'NotSupportedError'),
    );
    expect(await verify(good, trustedKeys)).toMatchObject({
      code: 'unsupported',
    });
  });
});

describe('signReceipt', () => {
  it('signs the same record at the same time with the same bytes', async () => {
    const key = await importSigningKey(vectors.privateKey as PrivateKey);
    expect(await signReceipt(good.record, key, receiving)).toEqual(good);
  });
});

describe('parseReceipt', () => {
  it('gives back a receipt whoever signed it', () => {
    expect(parseReceipt(good)).toEqual({ receipt: good });
  });
});
