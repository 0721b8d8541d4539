import { openSqliteStore } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { CommandError } from '../command-error.js';
import { type DeliveriesOptions, deliveries } from './deliveries.js';

const NOW = Date.UTC(2026, 10, 21, 12);
let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let store: Awaited<ReturnType<typeof openSqliteStore>>;
beforeEach(async () => {
  folder = await createSiteFolder();
  store = await openSqliteStore(folder.path('receipts.db'));
  for (const [i, connector] of ['brevo', 'crm'].entries())
    await store.deliveries.link({
      subject: `subject00000000000000${i}`,
      connector,
      contact: { kind: 'email', value: `anna${i}@example.com` },
      purposes: ['news'],
      now: NOW,
    });
});
afterEach(async () => {
  await store.close();
  await folder.clear();
});

async function run(options: Partial<DeliveriesOptions> = {}) {
  const lines: string[] = [];
  const error = await deliveries(
    { data: folder.path('.'), retry: false, json: false, now: () => NOW, ...options },
    (line) => lines.push(line),
  ).catch((reason) => reason);
  if (error && !(error instanceof CommandError)) throw error;
  return { lines, text: lines.join('\n'), exitCode: error?.exitCode as number | undefined };
}
const park = async () => {
  const lease = 'mine';
  const [delivery] = await store.deliveries.lease({
    connector: 'brevo',
    now: NOW,
    leaseMs: 1,
    limit: 1,
    lease,
  });
  if (!delivery) throw new Error('Nothing was due.');
  const { id, version } = delivery;
  await store.deliveries.settle({
    id,
    version,
    lease,
    now: NOW,
    state: 'parked',
    reason: 'Brevo answered 400',
  });
};

describe('consentry deliveries', () => {
  it('says beside the running server what waits, and ends well while nothing needs a person', async () => {
    const { lines, exitCode } = await run();
    expect(exitCode).toBeUndefined();
    expect(lines).toEqual([
      '0 delivered, 0 dead, 0 parked, 2 pending',
      'brevo 1 a…@example.com: pending, due 2026-11-21T12:00:00.000Z',
      'crm 2 a…@example.com: pending, due 2026-11-21T12:00:00.000Z',
    ]);
  });

  it('ends with 1 and the reason when a delivery is parked, and starts it again when told', async () => {
    await park();
    const parked = await run({ connector: 'brevo' });
    expect(parked.exitCode).toBe(1);
    expect(parked.lines).toEqual([
      '0 delivered, 0 dead, 1 parked, 0 pending',
      'brevo 1 a…@example.com: parked, Brevo answered 400',
    ]);
    expect((await run({ connector: 'crm' })).exitCode).toBeUndefined();
    const retried = await run({ retry: true });
    expect(retried.lines[0]).toContain('2 started again');
    expect(retried.exitCode).toBeUndefined();
    expect(await store.deliveries.list({ state: 'pending', limit: 9 })).toHaveLength(2);
  });

  it('ends with 1 while a key is not accepted', async () => {
    const hold = {
      connector: 'brevo',
      kind: 'key',
      since: NOW,
      until: NOW + 60_000,
      reason: 'Brevo answered 401.',
    };
    await store.deliveries.hold({ ...hold, kind: 'key' });
    const { text, exitCode } = await run();
    expect(exitCode).toBe(1);
    expect(text).toContain('brevo is held (key) until 2026-11-21T12:01:00.000Z: Brevo answered 401.');
  });

  it('gives the same as JSON', async () => {
    await park();
    const { text, exitCode } = await run({ json: true });
    expect(exitCode).toBe(1);
    expect(text).not.toContain('anna');
    expect(JSON.parse(text)).toMatchObject({
      counts: { delivered: 0, pending: 1, parked: 1, dead: 0 },
      holds: [],
      deliveries: [{ connector: 'brevo', state: 'parked' }, { connector: 'crm' }],
    });
  });

  it('makes no database where there is none, and ends with 2', async () => {
    expect((await run({ data: folder.path('elsewhere') })).exitCode).toBe(2);
  });
});
