import { parseCheckpoint } from '@consentry/receipts';
import { openPostgresStore } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../support/a-record.js';
import { checkpointBeyond, createFailoverStage, type FailoverStage } from '../support/failover-stage.js';
import type { PostgresServer } from '../support/postgres.mjs';
import { post } from '../support/record-load.js';
import { promote, requireStandby, until } from '../support/standby.js';

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
/** Statements about records: whoever gives positions in the log waits for the standby as well. */
const WAITING = "FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND query LIKE '%consentry_records%'";
const untilOneWaits = (database: PostgresServer) =>
  until(async () => (await database.ask(`SELECT 1 ${WAITING}`)).length > 0, 'a record waits for the standby');

let stage: FailoverStage;
beforeEach(() => {
  stage = createFailoverStage();
});
afterEach(() => stage.remove());

describe('a receipts server with a synchronous standby', () => {
  it('acknowledges no record that its synchronous standby has not confirmed, whoever asks again or interrupts', async () => {
    const old = await stage.primary();
    const link = await stage.proxyTo(old.port);
    await stage.standby(old, 'sync', link.port);
    await requireStandby(old, 'sync');
    const address = await stage.proxyTo(old.port);
    const server = await stage.serve(address.port);
    expect((await post(server.url, text(1))).status).toBe(201);

    link.cut();
    const first = answerOf(post(server.url, text(2)));
    await untilOneWaits(old);
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
    await untilOneWaits(old);
    // The first has taken a number from the sequence, which is written to the log once for 32, and waits for that.
    again.push(answerOf(post(server.url, text(2))));
    await pause(700);
    expect(again).toEqual([{}, {}]);

    await link.restore();
    await until(async () => again.every(({ status }) => status !== undefined), 'the posts are answered');
    expect(again).toEqual([{ status: 200 }, { status: 200 }]);
  });

  it('has nothing acknowledged by an old primary that comes back, until somebody turns its standby off', async () => {
    const old = await stage.primary();
    const next = await stage.standby(old, 'sync');
    await requireStandby(old, 'sync');
    const oldServer = await stage.serve(old.port);
    expect((await post(oldServer.url, text(1))).status).toBe(201);
    await checkpointBeyond(old, 1);
    // The old primary is not dead, somebody only thought so.
    await promote(next);
    await requireStandby(next, '');
    const newServer = await stage.serve(next.port);
    expect((await post(newServer.url, text(2))).status).toBe(201);
    expect((await post(newServer.url, text(3))).status).toBe(201);
    const there = answerOf(post(oldServer.url, text(4)));
    await untilOneWaits(old);
    await pause(500);
    expect(there.status).toBeUndefined();

    // Somebody turns off what had fenced it: from now on there are two logs, and each is whole by itself.
    await requireStandby(old, '');
    await until(async () => there.status !== undefined, 'the post is answered');
    expect(there.status).toBe(201);
    const [fromOld, fromNew] = [await checkpointBeyond(old, 2), await checkpointBeyond(next, 3)];
    await stage.end();
    const [oldStore, newStore] = [await openPostgresStore(old.url()), await openPostgresStore(next.url())];
    expect([await stage.verify(oldStore), await stage.verify(newStore)]).toEqual([[], []]);
    // Only who has a checkpoint of the other one sees it.
    const size = parseCheckpoint(fromOld)?.size;
    expect(await stage.verify(newStore, fromOld)).toEqual([
      ['forked', `Checkpoint at ${size}: another log than this one was signed.`],
    ]);
    expect(await stage.verify(oldStore, fromNew)).toEqual([
      ['missing', `The log has ${size} rows, and ${parseCheckpoint(fromNew)?.size} were signed for.`],
    ]);
    await oldStore.close();
    await newStore.close();
  });
});
