import { createPrivateKey, importSigningKey, parseRecord } from '@consentry/receipts';
import { createReceiptsApp, openSqliteStore, type ReceiptStore } from '@consentry/receipts-server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRecord } from '../support/a-record.js';

/** Set CONSENTRY_FUZZ for more. */
const BODIES = Number(process.env.CONSENTRY_FUZZ ?? 100_000);
let store: ReceiptStore;
let app: ReturnType<typeof createReceiptsApp>;
let added: string[];
const errors: unknown[] = [];

beforeAll(async () => {
  const real = await openSqliteStore(':memory:');
  added = [];
  store = {
    ...real,
    add: (record, acts) => {
      added.push(record.text);
      return real.add(record, acts);
    },
  };
  app = createReceiptsApp({
    ...{ store, signingKey: await importSigningKey(await createPrivateKey()), issuer: 'https://example.com' },
    clientAddress: () => '192.0.2.1',
    rateLimit: { burst: 1e9, perMinute: 1e9 },
    onError: (error) => errors.push(error),
  });
});
afterAll(() => store.close());

async function post(body: BodyInit, type = 'text/plain') {
  const init = { method: 'POST', body, headers: { 'content-type': type } };
  const answer = await app.fetch(new Request('https://example.com/consentry/records', init));
  return { status: answer.status, text: await answer.text() };
}

const text = JSON.stringify(aRecord(1));
/** Any value where a record has one: of the wrong type, too long, half a surrogate, an attack of the day. */
const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    ...[null, -0, 1e308, '', '__proto__', '\u0000', '\ud800', "' OR 1=1 --", '<script>', '../../etc/passwd'],
    ...[{ __proto__: null, toString: 1 }, [[[[]]]], 'a'.repeat(20_000)],
  ),
);
const bodies: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  // A record with one member replaced, added or taken away.
  fc
    .tuple(fc.constantFrom(...Object.keys(aRecord()), 'extra', '__proto__', 'constructor'), anyValue)
    .map(([name, value]) => {
      const record = Object.entries({ ...aRecord(2) }).filter(([each]) => each !== name);
      return `{${[...record, [name, value] as const]
        .map(([each, at]) => `${JSON.stringify(each)}:${JSON.stringify(at) ?? 'null'}`)
        .join(',')}}`;
    }),
  fc.constantFrom(...Object.keys(aRecord())).map((name) => {
    const { [name as 'id']: _, ...rest } = aRecord(2);
    return JSON.stringify(rest);
  }),
  // Statuses and choices of every kind.
  fc
    .dictionary(fc.string({ maxLength: 60 }), anyValue, { maxKeys: 250 })
    .map((choices) => JSON.stringify({ ...aRecord(2), choices })),
  // The text of a record, cut, doubled, or with bytes changed.
  fc.nat(text.length).map((length) => text.slice(0, length)),
  fc.tuple(fc.nat(text.length), fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([at, bytes]) => {
    const whole = new TextEncoder().encode(text);
    whole.set(bytes.slice(0, Math.max(0, whole.length - at)), at);
    return whole;
  }),
  fc.nat(text.length).map((at) => `${text.slice(0, at)}${text.slice(at)}${text}`),
  // Anything at all.
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
  fc.constantFrom(
    '[',
    '{'.repeat(8000),
    `"${'\\u0000'.repeat(2000)}"`,
    ' '.repeat(16_385),
    '\ufeff{}',
    '1e999',
  ),
);

describe('bodies that are no record', () => {
  it('are each refused with a reason, and leave nothing behind', async () => {
    const statuses = new Map<number, number>();
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom('text/plain', 'application/json'), async (body, type) => {
        const before = added.length;
        const { status, text: answer } = await post(body as BodyInit, type);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (added.length > before) {
          // Chance made a record of it: then it is a whole one, and was answered as such.
          whole++;
          expect('record' in parseRecord(JSON.parse(added.at(-1) ?? ''))).toBe(true);
          expect([200, 201, 409]).toContain(status);
          return;
        }
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        const { error } = JSON.parse(answer);
        expect(error.code).toMatch(/^[a-z0-9-]+$/);
        expect(error.message.length).toBeGreaterThan(5);
        // What came is never sent back at length: an answer is no place for somebody's data.
        expect(answer.length).toBeLessThan(2000);
      }),
      { numRuns: BODIES },
    );
    const stored = await store.list({ limit: 1000 });
    console.log(
      `${BODIES} fuzzed bodies: ${[...statuses].map(([status, count]) => `${status}: ${count}`).join(', ')}; ` +
        `${whole} happened to be records, ${stored.length} stored, ${errors.length} faults`,
    );
    expect(errors).toEqual([]);
    for (const { text: kept } of stored) expect('record' in parseRecord(JSON.parse(kept))).toBe(true);
    expect(await store.log.waiting()).toBe(stored.length);
    // And it goes on as if nothing had been.
    expect((await post(JSON.stringify(aRecord(77)))).status).toBe(201);
  }, 180_000);

  it('would be noticed if one of them were stored', async () => {
    const careless = { ...aRecord(3), note: 'rides along' };
    expect('problem' in parseRecord(careless)).toBe(true);
    expect((await post(JSON.stringify(careless))).status).toBe(400);
  });
});
