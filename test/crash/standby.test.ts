import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint } from '@consentry/receipts';
import {
  checkLog,
  loadOrCreateSigningKey,
  openPostgresStore,
  type ReceiptStore,
} from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../support/a-record.js';
import { type KillableServer, startServer } from '../support/killable-server.js';
import { leaveNothing } from '../support/leave-nothing.mjs';
import type { PostgresServer } from '../support/postgres.mjs';
import { compare, post, startLoad } from '../support/record-load.js';
import { removeFolder } from '../support/remove-folder.mjs';
import { promote, requireStandby, startPrimary, startStandby, until } from '../support/standby.js';
import { createSwitchableProxy, type SwitchableProxy } from '../support/switchable-proxy.js';

/** Few, so that the copy for the next standby has its share of two cores. */
const STREAMS = 8;
const PROMOTIONS = Number(process.env.CONSENTRY_PROMOTIONS ?? 2);

let folder: string;
let folderIsGone: () => void;
let databases: PostgresServer[];
let servers: KillableServer[];
let proxies: SwitchableProxy[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-standby-'));
  folderIsGone = leaveNothing({ folder });
  [databases, servers, proxies] = [[], [], []];
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  await Promise.all(proxies.map((proxy) => proxy.close()));
  await Promise.all(databases.map((database) => database.remove()));
  removeFolder(folder);
  folderIsGone();
});

const keep = <Each>(list: Each[], each: Each) => {
  list.push(each);
  return each;
};
const primary = async () => keep(databases, await startPrimary());
const standby = async (of: PostgresServer, name: string, port?: number) =>
  keep(databases, await startStandby(of, name, port));
const proxyTo = async (port: number) => keep(proxies, await createSwitchableProxy(port));
/** A receipts server on the database that it finds on `port`. */
const serve = async (port: number) => {
  const store = `postgres://consentry@127.0.0.1:${port}/postgres`;
  return keep(servers, await startServer(folder, '--store', store, '--integrate-every', '5'));
};
const end = () => Promise.all(servers.splice(0).map((server) => server.end('SIGTERM')));
const record = (load: ReturnType<typeof startLoad>) => [...load.sent.values()][0]?.text ?? '';
const ask = (server: KillableServer, path: string, body?: string) =>
  fetch(`${server.url}/${path}`, body === undefined ? {} : { method: 'POST', body, headers: TEXT });
const TEXT = { 'content-type': 'text/plain' };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const text = (number: number) => JSON.stringify(aRecord(number));
/** An answer that may not have come yet. */
const answerOf = (answering: Promise<{ status: number }>) => {
  const answer: { status?: number } = {};
  void answering.then(({ status }) => {
    answer.status = status;
  });
  return answer;
};
const WAITING = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
const isWaiting = async (database: PostgresServer) => (await database.ask(`SELECT 1 ${WAITING}`)).length > 0;
/** A signed checkpoint of more than `size` rows, as a witness would have kept it. */
const checkpointBeyond = async (database: PostgresServer, size: number): Promise<string> => {
  const read = () => database.ask('SELECT note FROM consentry_checkpoints ORDER BY size DESC LIMIT 1');
  const sizeNow = async () => parseCheckpoint(String((await read())[0]?.note))?.size ?? 0;
  await until(async () => (await sizeNow()) > size, `a checkpoint beyond ${size}`);
  return String((await read())[0]?.note);
};
/** What `consentry verify --log --checkpoint` says. */
const verify = async (store: ReceiptStore, ...checkpoints: string[]) => {
  const { publicKey } = await loadOrCreateSigningKey(join(folder, 'key.json'));
  const { findings } = await checkLog(store, { trustedKeys: [publicKey], checkpoints });
  return findings.map(({ code, message }) => [code, message]);
};

describe('a receipts server whose PostgreSQL primary is lost', () => {
  it(
    'has lost nothing that it acknowledged when a synchronous standby takes over, and goes on by itself',
    async () => {
      let active = await primary();
      const address = await proxyTo(active.port);
      const server = await serve(address.port);
      const load = startLoad(() => server.url, STREAMS);
      const pauses: number[] = [];
      for (let promotions = 0; promotions < PROMOTIONS; promotions++) {
        const name = `standby${promotions}`;
        const next = await standby(active, name);
        await requireStandby(active, name);
        await load.more(150);
        await active.stop('SIGKILL');
        const lostAt = Date.now();
        // The address moves before the promotion: for a moment the server meets a database that cannot be written.
        address.redirect(next.port);
        const refusal = await ask(server, 'records', record(load));
        expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([503, '10']);
        expect((await ask(server, 'ready')).status).toBe(503);
        await promote(next);
        await requireStandby(next, '');
        const acknowledged = load.answers.get(201) ?? 0;
        await expect.poll(() => load.answers.get(201) ?? 0, { interval: 5 }).toBeGreaterThan(acknowledged);
        pauses.push(Date.now() - lostAt);
        expect((await ask(server, 'ready')).status).toBe(200);
        active = next;
      }
      await load.more(150);
      await load.stop();
      await end();
      const store = await openPostgresStore(active.url());
      const name = `one server, ${PROMOTIONS} promotions of a synchronous standby`;
      const { acknowledged, found, lost, twice, log } = await compare(name, load, store, folder);
      await store.close();
      console.log(`From the loss to the next acknowledgement: ${pauses.join(', ')} ms`);
      expect(acknowledged.length).toBeGreaterThan(150 * (PROMOTIONS + 1));
      expect(load.answers.get(503)).toBeGreaterThan(0);
      expect({ lost, twice, findings: log.findings }).toEqual({ lost: [], twice: 0, findings: [] });
      expect(log.size - log.entries).toBe(found.size);
    },
    30_000 + 30_000 * PROMOTIONS,
  );

  it('is seen to have lost records when the standby was asynchronous and had fallen behind', async () => {
    const old = await primary();
    const link = await proxyTo(old.port);
    const next = await standby(old, 'late', link.port);
    const address = await proxyTo(old.port);
    const server = await serve(address.port);
    const load = startLoad(() => server.url, STREAMS);
    await load.more(100);
    // What is acknowledged from here on is on the primary only.
    link.cut();
    const size = (load.answers.get(201) ?? 0) + 50;
    await load.more(150);
    const witnessed = await checkpointBeyond(old, size);
    await old.stop('SIGKILL');
    address.redirect(next.port);
    await promote(next);
    await checkpointBeyond(next, parseCheckpoint(witnessed)?.size ?? 0);
    await load.stop();
    await end();
    const store = await openPostgresStore(next.url());
    const name = 'one server, an asynchronous standby that had fallen behind';
    const { lost, twice, log } = await compare(name, load, store, folder);
    expect(lost.length).toBeGreaterThan(100);
    // The log by itself is whole, and others have the places of what was lost. Who has kept a checkpoint sees it.
    expect({ twice, findings: log.findings }).toEqual({ twice: 0, findings: [] });
    expect(await verify(store, witnessed)).toEqual([
      ['forked', `Checkpoint at ${parseCheckpoint(witnessed)?.size}: another log than this one was signed.`],
    ]);
    await store.close();
  });

  it('acknowledges no record that its synchronous standby has not confirmed, whoever asks again or interrupts', async () => {
    const old = await primary();
    const link = await proxyTo(old.port);
    await standby(old, 'sync', link.port);
    await requireStandby(old, 'sync');
    const address = await proxyTo(old.port);
    const server = await serve(address.port);
    expect((await post(server.url, text(1))).status).toBe(201);

    link.cut();
    const first = answerOf(post(server.url, text(2)));
    await until(() => isWaiting(old), 'a commit waits for the standby');
    expect(first.status).toBeUndefined();
    // What administrators do with a query that hangs; PostgreSQL then says that the commit has succeeded.
    await old.ask(`SELECT pg_cancel_backend(pid) ${WAITING}`);
    await until(async () => first.status !== undefined, 'the post is answered');
    expect(first.status).toBe(503);

    // It is on the primary now, and on the primary only.
    await old.stop('SIGKILL');
    await old.start();
    expect(await old.ask(`SELECT id FROM consentry_records WHERE id = '${aRecord(2).id}'`)).toHaveLength(1);
    const again = [answerOf(post(server.url, text(2)))];
    await until(() => isWaiting(old), 'a commit waits for the standby');
    // The first has taken a number from the sequence, which is written to the log once for 32, and waits for that.
    again.push(answerOf(post(server.url, text(2))));
    await pause(700);
    expect(again).toEqual([{}, {}]);

    await link.restore();
    await until(async () => again.every(({ status }) => status !== undefined), 'the posts are answered');
    expect(again).toEqual([{ status: 200 }, { status: 200 }]);
  });

  it('cannot be served by an old primary that comes back, unless that is let go on without its standby', async () => {
    const old = await primary();
    const next = await standby(old, 'sync');
    await requireStandby(old, 'sync');
    const [oldServer, newServer] = [await serve(old.port), await proxyTo(next.port).then(({ port }) => port)];
    expect((await post(oldServer.url, text(1))).status).toBe(201);
    await checkpointBeyond(old, 1);
    // The old primary is not dead, somebody only thought so.
    await promote(next);
    await requireStandby(next, '');
    const other = await serve(newServer);
    expect((await post(other.url, text(2))).status).toBe(201);
    expect((await post(other.url, text(3))).status).toBe(201);
    const there = answerOf(post(oldServer.url, text(4)));
    await until(() => isWaiting(old), 'a commit waits for the standby');
    await pause(500);
    expect(there.status).toBeUndefined();

    // Somebody turns off what had fenced it: from now on there are two logs, and each is whole by itself.
    await requireStandby(old, '');
    await until(async () => there.status !== undefined, 'the post is answered');
    expect(there.status).toBe(201);
    const [fromOld, fromNew] = [await checkpointBeyond(old, 2), await checkpointBeyond(next, 3)];
    await end();
    const [oldStore, newStore] = [await openPostgresStore(old.url()), await openPostgresStore(next.url())];
    expect([await verify(oldStore), await verify(newStore)]).toEqual([[], []]);
    // Only who has a checkpoint of the other one sees it.
    const size = parseCheckpoint(fromOld)?.size;
    expect(await verify(newStore, fromOld)).toEqual([
      ['forked', `Checkpoint at ${size}: another log than this one was signed.`],
    ]);
    expect(await verify(oldStore, fromNew)).toEqual([
      ['missing', `The log has ${size} rows, and ${parseCheckpoint(fromNew)?.size} were signed for.`],
    ]);
    await oldStore.close();
    await newStore.close();
  });
});
