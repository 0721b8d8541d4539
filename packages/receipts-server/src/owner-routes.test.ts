import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrivateKey, importSigningKey, type SigningKey, sha256, verify } from '@consentry/receipts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../test/support/a-record.js';
import terms from '../../../test/vectors/dpv-terms.json' with { type: 'json' };
import { issueToken, rotateToken } from './access/issue-token.js';
import type { Role } from './access/tokens.js';
import { createReceiptsApp } from './app.js';
import { checkLog } from './log/check-log.js';
import { createIntegrator } from './log/integrator.js';
import { createRetention } from './people/retention.js';
import type { ReceiptStore } from './store.js';
import { openSqliteStore } from './stores/sqlite.js';

const BASE = 'https://example.com/consentry';
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 10, 21, 7);
let folder: string;
let store: ReceiptStore;
let signingKey: SigningKey;
let app: ReturnType<typeof createReceiptsApp>;
let tokens: Record<Role, string>;
let now: number;

beforeEach(async () => {
  now = START;
  folder = mkdtempSync(join(tmpdir(), 'consentry-owner-'));
  store = await openSqliteStore(join(folder, 'receipts.db'));
  signingKey = await importSigningKey(await createPrivateKey());
  open(store);
  const issue = async (role: Role) =>
    (await issueToken(store.tokens, { role, label: 'test', days: 30, now })).token;
  tokens = { writer: await issue('writer'), reader: await issue('reader'), admin: await issue('admin') };
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function open(
  kept: ReceiptStore,
  onError: (error: unknown) => void = console.error,
  rateLimit = { burst: 1e6, perMinute: 1e6 },
): void {
  app = createReceiptsApp({
    ...{ store: kept, signingKey, issuer: 'https://example.com', clientAddress: () => '192.0.2.1' },
    controller: { name: 'Example KK', jurisdiction: 'JP', withdrawalUrl: 'https://example.com/privacy' },
    rateLimit,
    now: () => now,
    onError,
  });
}
const ask = async (method: string, path: string, role?: Role, body?: unknown) =>
  app.fetch(
    new Request(BASE + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: role ? { authorization: `Bearer ${tokens[role]}` } : {},
    }),
  );
const decide = async (number: number, changes: object = {}) =>
  (await ask('POST', '/records', undefined, aRecord(number, changes))).json();
const { subject } = aRecord(1);
/** One browser that granted, granted again, and withdrew. */
const decideThrice = async () => {
  await decide(1);
  await decide(2, { subject, givenAt: '2026-11-21T08:00:00.000Z' });
  await decide(3, {
    subject,
    choices: { analytics: 'withdraw' },
    statuses: { analytics: 'withdrawn', marketing: 'undecided' },
    givenAt: '2026-11-21T09:00:00.000Z',
  });
};
async function check() {
  const report = (message: string) => expect.fail(message);
  await createIntegrator({ log: store.log, signingKey, origin: 'example.com/log', report }).run();
  return checkLog(store, { trustedKeys: [signingKey.publicKey] });
}
const audited = async () =>
  (await store.log.entries({ kind: 'audit', limit: 100 })).map(({ text }) => JSON.parse(text));

const ROUTES: [method: string, path: string, role: Role, body?: object][] = [
  ['GET', '/records', 'reader'],
  ['GET', `/records/${aRecord(1).id}`, 'reader'],
  ['GET', `/records/${aRecord(1).id}/receipt`, 'reader'],
  ['GET', `/subjects/${subject}/records`, 'reader'],
  ['GET', '/accounts/customer-7', 'reader'],
  ['GET', '/accounts/customer-7/records', 'reader'],
  ['PUT', `/accounts/customer-7/subjects/${subject}`, 'admin'],
  ['DELETE', `/accounts/customer-7/subjects/${subject}`, 'admin'],
  ['GET', '/holds', 'reader'],
  ['PUT', `/holds/${subject}`, 'admin', { reason: 'claim' }],
  ['DELETE', `/holds/${subject}`, 'admin'],
  ['GET', '/requests', 'reader'],
  ['POST', '/requests', 'admin', { type: 'access', subject }],
  ['GET', `/shown/sha256-${'A'.repeat(43)}`, 'reader'],
];

describe.each(ROUTES)('%s %s', (method, path, role, body) => {
  it('tells a stranger nothing, whatever there is to tell', async () => {
    const before = await ask(method, path, undefined, body);
    await decideThrice();
    await store.people.link({ account: 'customer-7', subject, now });
    const after = await ask(method, path, undefined, body);
    expect([before.status, after.status]).toEqual([401, 401]);
    expect(await after.text()).toBe(await before.text());
  });

  it('is for the role that it needs, and stands in the log', async () => {
    await decideThrice();
    const lesser = role === 'admin' ? 'reader' : 'writer';
    expect((await ask(method, path, lesser, body)).status).toBe(403);
    expect(await audited()).toEqual([]);
    const { status } = await ask(method, path, role, body);
    expect(status).not.toBe(401);
    expect(status).not.toBe(403);
    const [act, ...rest] = await audited();
    expect(rest).toEqual([]);
    expect(act).toMatchObject({ role, status, actor: expect.stringMatching(/^tok_/) });
    // Persons stand in the log as hashes only: it is never deleted.
    expect(JSON.stringify(act)).not.toContain(subject);
    expect(JSON.stringify(act)).not.toContain('customer-7');
  });

  it('answers nothing that could not be written into the log', async () => {
    await decideThrice();
    const full = () => Promise.reject(new Error('disk full'));
    const log = new Proxy(store.log, {
      get: (target, name) => (name === 'add' ? full : Reflect.get(target, name)),
    });
    open({ ...store, log }, () => {});
    const answer = await ask(method, path, role, body);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain(subject);
  });
});

describe('a token', () => {
  it('is kept as a hash, and nowhere as itself', async () => {
    await store.close();
    for (const name of readdirSync(folder))
      for (const token of Object.values(tokens))
        expect(readFileSync(join(folder, name), 'latin1')).not.toContain(token);
    store = await openSqliteStore(join(folder, 'receipts.db'));
    expect((await store.tokens.list()).map(({ hash }) => hash)).toContain(await sha256(tokens.reader));
  });

  it('is refused after it expired', async () => {
    expect((await ask('GET', '/holds', 'reader')).status).toBe(200);
    now += 31 * DAY_MS;
    expect((await ask('GET', '/holds', 'reader')).status).toBe(401);
  });

  it('is refused after it was revoked, and after a rotation once the time for both is over', async () => {
    const id = (await store.tokens.list()).find(({ role }) => role === 'reader')?.id ?? '';
    const rotated = await rotateToken(store.tokens, { id, days: 30, now, graceMs: 3_600_000 });
    expect((await ask('GET', '/holds', 'reader')).status).toBe(200);
    now += 3_600_001;
    expect((await ask('GET', '/holds', 'reader')).status).toBe(401);
    tokens.reader = rotated?.token ?? '';
    expect((await ask('GET', '/holds', 'reader')).status).toBe(200);
    expect(await store.tokens.revoke({ id: rotated?.id ?? '', at: new Date(now).toISOString() })).toBe(true);
    expect((await ask('GET', '/holds', 'reader')).status).toBe(401);
    expect(await store.tokens.revoke({ id: 'tok_none', at: '' })).toBe(false);
  });
});

describe('the token of a writer', () => {
  it('lets a server of the site post more than an address may, and nobody else', async () => {
    open(store, () => {}, { burst: 2, perMinute: 1 });
    const post = async (number: number, role?: Role) =>
      (await ask('POST', '/records', role, aRecord(number))).status;
    expect([await post(1), await post(2), await post(3)]).toEqual([201, 201, 429]);
    expect([await post(3, 'writer'), await post(4, 'writer'), await post(5, 'writer')]).toEqual([
      201, 201, 201,
    ]);
    tokens.writer = 'a-token-that-somebody-has-guessed';
    expect(await post(6, 'writer')).toBe(429);
  });
});

describe('an export', () => {
  it('as JSON has every event, the receipts that prove them, and what was shown', async () => {
    await store.putShown({ hash: `sha256-${'B'.repeat(43)}`, text: '{"title":"Cookies"}' });
    await decide(1, { notice: { version: 3, language: 'ja', hash: `sha256-${'B'.repeat(43)}` } });
    const answer = await ask('GET', `/subjects/${subject}/records`, 'reader');
    const found = await answer.json();
    expect(found).toMatchObject({
      schema: 'consentry-export-1',
      controller: { name: 'Example KK' },
      accounts: [
        {
          subject,
          site: 'omakase',
          statuses: { analytics: 'granted' },
          events: [{ about: 'analytics', state: 'ConsentGiven', by: 'dataSubject', method: 'banner' }],
        },
      ],
      shown: { [`sha256-${'B'.repeat(43)}`]: { title: 'Cookies' } },
    });
    expect(await verify(found.accounts[0].receipts[0], [signingKey.publicKey])).toMatchObject({ ok: true });
  });

  it('is one record with many events, in their order, of one person and nobody else', async () => {
    await decideThrice();
    await decide(7);
    const { accounts } = await (await ask('GET', `/subjects/${subject}/records`, 'reader')).json();
    expect(accounts).toHaveLength(1);
    expect(accounts[0].events.map(({ state }: { state: string }) => state)).toEqual([
      'ConsentGiven',
      'RenewedConsentGiven',
      'ConsentWithdrawn',
    ]);
    expect(JSON.stringify(accounts)).not.toContain(aRecord(7).subject);
  });

  it('as JSON-LD uses terms of the vocabulary only', async () => {
    await decideThrice();
    const answer = await ask('GET', `/subjects/${subject}/records?format=jsonld`, 'reader');
    expect(answer.headers.get('content-type')).toBe('application/ld+json');
    const text = await answer.text();
    const used = new Set([...text.matchAll(/"dpv:(\w+)"/g)].map(([, term]) => term as string));
    expect([...used].filter((term) => !terms.terms.includes(term))).toEqual([]);
    const [record] = JSON.parse(text)['@graph'];
    expect(record['dct:conformsTo']).toEqual({ '@id': 'https://w3id.org/dpv/schema/dpv-27560#record' });
    expect(record['dpv:hasProcess'][0]['dpv:hasConsentStatus'][2]).toMatchObject({
      '@type': 'dpv:ConsentWithdrawn',
      'dpv:isIndicatedAtTime': { '@type': 'xsd:dateTime', '@value': '2026-11-21T09:00:00.000Z' },
    });
  });

  it('as a Kantara receipt says what is granted now', async () => {
    await decide(1);
    const kantara = async () =>
      (await ask('GET', `/subjects/${subject}/records?format=kantara`, 'reader')).json();
    const [receipt] = await kantara();
    expect(receipt).toMatchObject({
      version: 'KI-CR-v1.1.0',
      jurisdiction: 'JP',
      consentTimestamp: 1795244400,
      piiPrincipalId: subject,
      services: [{ service: 'omakase', purposes: [{ purpose: 'analytics', consentType: 'EXPLICIT' }] }],
    });
    await decide(3, { subject, choices: { analytics: 'withdraw' }, statuses: { analytics: 'withdrawn' } });
    expect((await kantara())[0].services[0].purposes).toEqual([]);
  });

  it('as CSV has a line for each event', async () => {
    await decideThrice();
    const text = await (await ask('GET', `/subjects/${subject}/records?format=csv`, 'reader')).text();
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]?.split(',').slice(0, 5)).toEqual([
      ...[subject, 'omakase', aRecord(1).id, 'analytics', 'ConsentGiven'],
    ]);
  });

  it('in a format that there is not is refused', async () => {
    expect((await ask('GET', `/subjects/${subject}/records?format=xml`, 'reader')).status).toBe(400);
  });
});

describe('a link to an account', () => {
  it('finds all browsers of a person, and is corrected by a later one', async () => {
    await decide(1);
    await decide(2);
    const other = aRecord(2).subject;
    await ask('PUT', `/accounts/customer-7/subjects/${subject}`, 'admin');
    await ask('PUT', `/accounts/customer-7/subjects/${other}`, 'admin');
    const of = async (account: string) =>
      (await (await ask('GET', `/accounts/${account}/records`, 'reader')).json()).accounts.map(
        (each: { subject: string }) => each.subject,
      );
    expect(await of('customer-7')).toEqual([subject, other].sort());
    const corrected = await ask('PUT', `/accounts/customer-8/subjects/${other}`, 'admin');
    expect(await corrected.json()).toMatchObject({ before: 'customer-7' });
    expect([await of('customer-7'), await of('customer-8')]).toEqual([[subject], [other]]);
    expect((await ask('DELETE', `/accounts/customer-7/subjects/${other}`, 'admin')).status).toBe(404);
    expect((await ask('DELETE', `/accounts/customer-8/subjects/${other}`, 'admin')).status).toBe(204);
    expect(await of('customer-8')).toEqual([]);
  });
});

describe('an erasure', () => {
  it('deletes what is kept of a person, and leaves a log that is whole and says so', async () => {
    await decideThrice();
    await decide(7);
    await check();
    await ask('PUT', `/accounts/customer-7/subjects/${subject}`, 'admin');
    const answer = await ask('POST', '/requests', 'admin', {
      ...{ type: 'erasure', account: 'customer-7', reference: 'mail-2026-17' },
    });
    expect(await answer.json()).toMatchObject({ subjects: 1, erased: 3, held: [] });
    expect((await (await ask('GET', `/subjects/${subject}/records`, 'reader')).json()).accounts).toEqual([]);
    expect(await store.people.subjectsOf('customer-7')).toEqual([]);
    expect(await store.get(aRecord(7).id)).toBeDefined();
    expect(await check()).toMatchObject({ erased: 3, records: 1, findings: [] });
    const { requests } = await (await ask('GET', '/requests', 'reader')).json();
    expect(requests).toMatchObject([
      { type: 'erasure', stage: 'asked', reference: 'mail-2026-17', subjectHashes: [await sha256(subject)] },
      { stage: 'answered', outcome: { erased: 3, held: 0 } },
    ]);
  });

  it('leaves no trace of the person in the file', async () => {
    await decideThrice();
    await check();
    await ask('POST', '/requests', 'admin', { type: 'erasure', subject });
    await store.close();
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name), 'latin1');
      expect(bytes, name).not.toContain(subject);
      expect(bytes, name).not.toContain(aRecord(2).id);
    }
    store = await openSqliteStore(join(folder, 'receipts.db'));
  });

  it('of records that still wait for their place leaves a whole log too', async () => {
    await decideThrice();
    await ask('POST', '/requests', 'admin', { type: 'erasure', subject });
    expect(await check()).toMatchObject({ erased: 3, records: 0, findings: [] });
  });

  it('deletes nothing of a person who is held, and says so', async () => {
    await decideThrice();
    await ask('PUT', `/holds/${subject}`, 'admin', { reason: 'court case 17' });
    const erase = () => ask('POST', '/requests', 'admin', { type: 'erasure', subject });
    expect(await (await erase()).json()).toMatchObject({ erased: 0, held: [subject] });
    expect(await store.get(aRecord(1).id)).toBeDefined();
    await ask('DELETE', `/holds/${subject}`, 'admin');
    expect(await (await erase()).json()).toMatchObject({ erased: 3, held: [] });
    expect(await store.get(aRecord(1).id)).toBeUndefined();
  });

  it.each([
    [{}],
    [{ type: 'forget', subject }],
    [{ type: 'erasure' }],
    [{ type: 'erasure', subject: 'x' }],
    [{ type: 'access', subject, format: 'xml' }],
    [{ type: 'access', subject, also: 1 }],
  ])('is not done for %j', async (body) => {
    await decideThrice();
    expect((await ask('POST', '/requests', 'admin', body)).status).toBe(400);
    expect(await store.list({ limit: 10 })).toHaveLength(3);
  });
});

describe('retention', () => {
  const retain = (rules: object) => createRetention({ store, rules, report: () => {}, now: () => now }).run();

  it('deletes whole records by their regime once they are old enough, not before, and not those that are held', async () => {
    await decide(1);
    await decide(2, { regime: 'notice' });
    await decide(3);
    await ask('PUT', `/holds/${aRecord(3).subject}`, 'admin', { reason: 'claim' });
    const rules = { 'opt-in': 100, notice: 400 };
    now += 99 * DAY_MS;
    expect(await retain(rules)).toBe(0);
    now += 2 * DAY_MS;
    expect(await retain(rules)).toBe(1);
    expect(await store.get(aRecord(1).id)).toBeUndefined();
    expect(await store.get(aRecord(2).id)).toBeDefined();
    expect(await store.get(aRecord(3).id)).toBeDefined();
    expect(await check()).toMatchObject({ erased: 1, findings: [] });
    const [entry] = await store.log.entries({ kind: 'erasure', limit: 1 });
    expect(JSON.parse(entry?.text ?? '')).toMatchObject({ reason: 'retention', regime: 'opt-in' });
  });

  it('keeps everything for ever where it is told 0, or nothing', async () => {
    await decide(1);
    now += 10_000 * DAY_MS;
    expect(await retain({ 'opt-in': 0 })).toBe(0);
    expect(await retain({})).toBe(0);
    expect(await store.get(aRecord(1).id)).toBeDefined();
  });
});
