import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../support/a-record.js';
import { startServer } from '../support/killable-server.js';

const IN_FLIGHT = 32;
const authorized = { authorization: 'Bearer token-of-the-crash-test' };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Sent {
  readonly text: string;
  /** The receipt, if an answer came before the server died. */
  receipt?: string;
}

const post = (url: string, body: string) =>
  fetch(`${url}/records`, { method: 'POST', body, headers: { 'content-type': 'text/plain' } });

/** Posts new records, 32 at a time, until the server is killed after a random while. */
async function streamUntilKilled(sent: Map<string, Sent>, ...flags: string[]): Promise<void> {
  const server = await startServer(folder, ...flags);
  let alive = true;
  const stream = async () => {
    while (alive) {
      const record = aRecord(sent.size + 1);
      const entry: Sent = { text: JSON.stringify(record) };
      sent.set(record.id, entry);
      try {
        const response = await post(server.url, entry.text);
        const receipt = await response.text();
        if (response.status === 201) entry.receipt = receipt;
      } catch {
        return; // killed in the middle of it
      }
    }
  };
  const streams = Array.from({ length: IN_FLIGHT }, stream);
  await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 800));
  await server.end('SIGKILL');
  alive = false;
  await Promise.all(streams);
}

/** How often each record is in the database, by id. */
async function countStored(url: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let before = '';
  do {
    const query = `limit=200&before=${before}`;
    const answer = await (await fetch(`${url}/records?${query}`, { headers: authorized })).json();
    for (const { record } of answer.records) counts.set(record.id, (counts.get(record.id) ?? 0) + 1);
    before = answer.next ?? '';
  } while (before);
  return counts;
}

async function crash(kills: number, ...flags: string[]) {
  const sent = new Map<string, Sent>();
  for (let i = 0; i < kills; i++) await streamUntilKilled(sent, ...flags);
  const server = await startServer(folder);
  const stored = await countStored(server.url);
  const acknowledged = [...sent].filter(([, { receipt }]) => receipt !== undefined);
  const lost = acknowledged.filter(([id]) => !stored.has(id));
  const twice = [...stored.values()].filter((count) => count !== 1);
  console.log(
    `${flags.join(' ') || 'the product'}: ${kills} kills, ${sent.size} sent, ${acknowledged.length} acknowledged, ` +
      `${stored.size} found, ${lost.length} lost, ${twice.length} twice`,
  );
  return { server, sent, stored, acknowledged, lost, twice };
}

describe('receipts server under kill -9', () => {
  it('loses no acknowledged record and stores none twice', async () => {
    const { server, sent, stored, acknowledged, lost, twice } = await crash(12);
    expect(acknowledged.length).toBeGreaterThan(500);
    expect(lost).toEqual([]);
    expect(twice).toEqual([]);

    // What the visitors' browsers do next: everything without an answer is sent again, and so is some that had one.
    const unanswered = [...sent].filter(([, { receipt }]) => receipt === undefined);
    for (const [id, { text }] of unanswered)
      expect((await post(server.url, text)).status).toBe(stored.has(id) ? 200 : 201);
    for (const [, { text, receipt }] of acknowledged.slice(-50))
      expect(await (await post(server.url, text)).text()).toBe(receipt);
    const after = await countStored(server.url);
    expect(after.size).toBe(sent.size);
    expect([...after.values()].every((count) => count === 1)).toBe(true);
    await server.end('SIGTERM');
  });

  it('would notice a server that acknowledges before it commits', async () => {
    const { server, lost } = await crash(3, '--acknowledge-early');
    expect(lost.length).toBeGreaterThan(0);
    await server.end('SIGTERM');
  });
});
