import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../support/a-record.js';
import { type FakeBrevo, startFakeBrevo } from '../support/fake-brevo.js';
import { type FakeMailBluster, leadHash, startFakeMailBluster } from '../support/fake-mailbluster.js';
import { type KillableServer, startServer } from '../support/killable-server.js';
import type { Trouble, Vendor } from '../support/vendor-server.js';

const PEOPLE = 40;
const STREAMS = 20;
/** The first of them had unsubscribed at both services before the site knew them. */
const UNSUBSCRIBED = 5;
const TROUBLES: (Trouble | undefined)[] = [
  undefined,
  'lost-answer',
  undefined,
  'reset',
  undefined,
  { status: 503 },
  undefined,
  { status: 429, headers: { 'retry-after': '3' } },
  undefined,
  'hang',
];
const bearer = (role: string) => ({ authorization: `Bearer ${role}-of-the-crash-test` });
const pick = <Item>(items: readonly Item[]) => items[Math.floor(Math.random() * items.length)] as Item;

let folder: string;
let brevo: FakeBrevo;
let mailbluster: FakeMailBluster;
let epoch: number;
let people: Person[];
let server: KillableServer | undefined;
let sent: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-deliveries-'));
  brevo = await startFakeBrevo();
  mailbluster = await startFakeMailBluster();
  Object.assign(process.env, { BREVO_API_KEY: brevo.key, MAILBLUSTER_API_KEY: mailbluster.key });
  epoch = Date.now();
  sent = 0;
  people = Array.from({ length: PEOPLE }, (_, i) => ({
    subject: aRecord(i + 1).subject,
    email: `person${i}@example.com`,
    waiting: undefined,
    last: undefined,
  }));
  for (const { email } of people.slice(0, UNSUBSCRIBED)) {
    brevo.contacts.set(email, { attributes: {}, emailBlacklisted: true, listIds: [], listUnsubscribed: [] });
    mailbluster.leads.set(leadHash(email), { email, subscribed: false, tags: [], fields: {}, meta: {} });
  }
});
afterEach(async () => {
  await server?.end('SIGKILL');
  await Promise.all([brevo.close(), mailbluster.close()]);
  rmSync(folder, { recursive: true });
});

type Choices = Readonly<Record<'news' | 'opens', 'grant' | 'withdraw'>>;
interface Person {
  readonly subject: string;
  readonly email: string;
  /** A record without an answer; a browser sends it again before any other. */
  waiting: { readonly text: string; readonly choices: Choices } | undefined;
  /** What the server has acknowledged last. */
  last: Choices | undefined;
}

async function launch(...flags: string[]): Promise<KillableServer> {
  const services = ['--brevo', brevo.url, '--mailbluster', mailbluster.url, '--epoch', String(epoch)];
  server = await startServer(folder, ...services, ...flags);
  return server;
}
async function decide(server: KillableServer, person: Person): Promise<void> {
  if (!person.waiting) {
    const choices: Choices = { news: pick(['grant', 'withdraw']), opens: pick(['grant', 'withdraw']) };
    const status = { grant: 'granted', withdraw: 'withdrawn' } as const;
    const statuses = { news: status[choices.news], opens: status[choices.opens] };
    const givenAt = new Date(epoch + ++sent).toISOString();
    const record = aRecord(10_000 + sent, { subject: person.subject, choices, statuses, givenAt });
    person.waiting = { text: JSON.stringify(record), choices };
  }
  const { text, choices } = person.waiting;
  const headers = { 'content-type': 'text/plain' };
  const { status } = await fetch(`${server.url}/records`, { method: 'POST', body: text, headers });
  if (status !== 201 && status !== 200) throw new Error(`A record was answered with ${status}.`);
  person.waiting = undefined;
  person.last = choices;
}
async function link(server: KillableServer, { subject, email }: Person): Promise<void> {
  const init = { method: 'PUT', body: JSON.stringify({ email }), headers: bearer('link-token') };
  const { status } = await fetch(`${server.url}/links/${subject}`, init);
  expect(status).toBe(200);
}

/** Gives the services one trouble after another, until the returned function is called. */
function flap(...vendors: Vendor[]): () => void {
  const timers = vendors.map((vendor) =>
    setInterval(() => {
      vendor.trouble = pick(TROUBLES);
    }, 40),
  );
  return () => {
    for (const timer of timers) clearInterval(timer);
    for (const vendor of vendors) vendor.trouble = undefined;
  };
}

async function decideUntilKilled(server: KillableServer): Promise<void> {
  let alive = true;
  const streams = Array.from({ length: STREAMS }, async (_, stream) => {
    while (alive)
      try {
        await decide(server, pick(people.filter((_, i) => i % STREAMS === stream)));
      } catch {
        return; // killed in the middle of it
      }
  });
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700));
  await server.end('SIGKILL');
  alive = false;
  await Promise.all(streams);
}

async function allDelivered({ url }: KillableServer): Promise<Record<string, number>> {
  const read = async () =>
    (await (await fetch(`${url}/deliveries?limit=1`, { headers: bearer('token') })).json()).counts;
  await expect.poll(async () => (await read()).pending, { timeout: 40_000, interval: 200 }).toBe(0);
  return read();
}

async function crash(kills: number, ...flags: string[]) {
  let alive = await launch(...flags);
  for (const person of people) await link(alive, person);
  const calm = flap(brevo, mailbluster);
  for (let i = 0; i < kills; i++) {
    await decideUntilKilled(alive);
    alive = await launch(...flags);
  }
  calm();
  for (const person of people) if (person.waiting) await decide(alive, person);
  await allDelivered(alive);
  // Everybody changes their minds again while the services are being told, and then it is killed once more.
  for (let i = 0; i < 8; i++) await Promise.all(people.map((person) => decide(alive, person)));
  await alive.end('SIGKILL');
  alive = await launch();
  const counts = await allDelivered(alive);
  const wrong = people.filter((person, i) => !isTold(person, i));
  const requests = brevo.requests.length + mailbluster.requests.length;
  console.log(
    `${flags.join(' ') || 'the product'}: ${kills + 1} kills, ${sent} decisions of ${PEOPLE} people, ` +
      `${requests} requests to services, ${wrong.length} people wrong, ${brevo.joinedAgain.length} joined again`,
  );
  return { wrong, counts };
}

/** Whether both services are where the person stands by the last acknowledged record. */
function isTold({ email, last }: Person, index: number): boolean {
  if (!last) return true;
  const contact = brevo.contacts.get(email);
  const isIn = contact?.listIds.includes(7) ?? false;
  // Nobody is created for a refusal, so without a contact nothing may have been granted last.
  const opens = contact
    ? contact.attributes._PIXEL_TRACKING_CONSENT === (last.opens === 'grant')
    : last.opens === 'withdraw';
  const lead = mailbluster.lead(email);
  const wants = last.news === 'grant';
  if (index < UNSUBSCRIBED) return !isIn && opens && lead?.subscribed === false;
  // Who was unsubscribed by us is not subscribed again by us; see docs/email-consent.md.
  const news = wants ? lead !== undefined : lead?.subscribed !== true;
  const tagged = lead === undefined || lead.tags.includes('no-opens') === (last.opens === 'withdraw');
  return isIn === wants && opens && news && tagged;
}

describe('deliveries under kill -9 and services that come and go', () => {
  it('all reach the services, with the last word of everybody, and subscribe nobody twice', async () => {
    const { wrong, counts } = await crash(10);
    expect(sent).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
    expect(counts).toEqual({ delivered: 2 * PEOPLE, pending: 0, parked: 0, dead: 0 });
    expect(brevo.joinedAgain).toEqual([]);
    expect(new Set(mailbluster.subscribed).size).toBe(mailbluster.subscribed.length);
    const writes = [...brevo.requests, ...mailbluster.requests].filter(({ method }) => method === 'PUT');
    expect(writes.length).toBeGreaterThan(20);
    expect(writes.some(({ text }) => /"subscribed":true|emailBlacklisted/.test(text))).toBe(false);
  });

  it('would be missed in a server that notes them after the record', async () => {
    const { wrong } = await crash(6, '--forget-deliveries');
    expect(wrong.length).toBeGreaterThan(0);
  });
});
