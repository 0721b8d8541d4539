import { parseCheckpoint } from '@consentry/receipts';
import { openPostgresStore } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkpointBeyond, createFailoverStage, type FailoverStage } from '../support/failover-stage.js';
import type { KillableServer } from '../support/killable-server.js';
import { compare, startLoad } from '../support/record-load.js';
import { promote, requireStandby } from '../support/standby.js';

/** Few, so that the copy for the next standby has its share of two cores. */
const STREAMS = 8;
const PROMOTIONS = Number(process.env.CONSENTRY_PROMOTIONS ?? 2);

const ask = (server: KillableServer, path: string, body?: string) =>
  fetch(
    `${server.url}/${path}`,
    body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'text/plain' } },
  );

let stage: FailoverStage;
beforeEach(() => {
  stage = createFailoverStage();
});
afterEach(() => stage.remove());

describe('receipts servers whose PostgreSQL primary is lost', () => {
  it(
    'have lost nothing that they acknowledged when a synchronous standby takes over, and go on by themselves',
    async () => {
      let active = await stage.primary();
      const address = await stage.proxyTo(active.port);
      const servers = [await stage.serve(address.port), await stage.serve(address.port)];
      const anyServer = () => servers[Math.floor(Math.random() * servers.length)]?.url ?? '';
      const load = startLoad(anyServer, STREAMS);
      const pauses: number[] = [];
      for (let promotions = 0; promotions < PROMOTIONS; promotions++) {
        const name = `standby${promotions}`;
        const next = await stage.standby(active, name);
        await requireStandby(active, name);
        await load.more(150);
        await active.stop('SIGKILL');
        const lostAt = Date.now();
        // The address moves before the promotion: for a moment the server meets a database that cannot be written.
        address.redirect(next.port);
        for (const server of servers) {
          const refusal = await ask(server, 'records', [...load.sent.values()][0]?.text);
          expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([503, '10']);
          expect((await ask(server, 'ready')).status).toBe(503);
        }
        await promote(next);
        await requireStandby(next, '');
        const acknowledged = load.answers.get(201) ?? 0;
        await expect.poll(() => load.answers.get(201) ?? 0, { interval: 5 }).toBeGreaterThan(acknowledged);
        pauses.push(Date.now() - lostAt);
        for (const server of servers) expect((await ask(server, 'ready')).status).toBe(200);
        active = next;
      }
      await load.more(150);
      await load.stop();
      await stage.end();
      const store = await openPostgresStore(active.url());
      const name = `two servers, ${PROMOTIONS} promotions of a synchronous standby`;
      const { acknowledged, found, lost, twice, log } = await compare(name, load, store, stage.folder);
      await store.close();
      console.log(`From the loss to the next acknowledgement: ${pauses.join(', ')} ms`);
      expect(acknowledged.length).toBeGreaterThan(150 * (PROMOTIONS + 1));
      expect(load.answers.get(503)).toBeGreaterThan(0);
      expect({ lost, twice, findings: log.findings }).toEqual({ lost: [], twice: 0, findings: [] });
      expect(log.size - log.entries).toBe(found.size);
    },
    30_000 + 30_000 * PROMOTIONS,
  );

  it.runIf(PROMOTIONS > 2)(
    'have lost nothing either when the primary falls silent without closing connections',
    async () => {
      const old = await stage.primary();
      const next = await stage.standby(old, 'sync');
      await requireStandby(old, 'sync');
      const address = await stage.proxyTo(old.port);
      const server = await stage.serve(address.port);
      const load = startLoad(() => server.url, STREAMS);
      await load.more(150);
      const silentAt = Date.now();
      address.redirectSilently(next.port);
      await promote(next);
      await requireStandby(next, '');
      const acknowledged = load.answers.get(201) ?? 0;
      const now = () => load.answers.get(201) ?? 0;
      await expect.poll(now, { interval: 50, timeout: 90_000 }).toBeGreaterThan(acknowledged + STREAMS);
      console.log(`From the silence to the next acknowledgement: ${Date.now() - silentAt} ms`);
      await load.more(150);
      await load.stop();
      await stage.end();
      const store = await openPostgresStore(next.url());
      const name = 'one server, a primary that falls silent';
      const { lost, twice, log } = await compare(name, load, store, stage.folder);
      await store.close();
      expect({ lost, twice, findings: log.findings }).toEqual({ lost: [], twice: 0, findings: [] });
    },
    180_000,
  );

  it('are seen to have lost records when the standby was asynchronous and had fallen behind', async () => {
    const old = await stage.primary();
    const link = await stage.proxyTo(old.port);
    const next = await stage.standby(old, 'late', link.port);
    const address = await stage.proxyTo(old.port);
    const server = await stage.serve(address.port);
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
    await stage.end();
    const store = await openPostgresStore(next.url());
    const name = 'one server, an asynchronous standby that had fallen behind';
    const { lost, twice, log } = await compare(name, load, store, stage.folder);
    expect(lost.length).toBeGreaterThan(100);
    // The log by itself is whole, and others have the places of what was lost. Who has kept a checkpoint sees it.
    expect({ twice, findings: log.findings }).toEqual({ twice: 0, findings: [] });
    expect(await stage.verify(store, witnessed)).toEqual([
      ['forked', `Checkpoint at ${parseCheckpoint(witnessed)?.size}: another log than this one was signed.`],
    ]);
    await store.close();
  });
});
