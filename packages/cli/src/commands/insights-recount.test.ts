import { join } from 'node:path';
import { countKeysIn, countsOf, openSqliteStore } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aStoredRecord } from '../../../../test/support/receipt-store-suite.js';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { CommandError } from '../command-error.js';
import { insightsRecount } from './insights-recount.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
beforeEach(async () => {
  folder = await createSiteFolder();
  const store = await openSqliteStore(join(folder.path('.'), 'receipts.db'));
  await store.add(aStoredRecord(1), [], countKeysIn(aStoredRecord(1).text, 'JP'));
  await store.close();
});
afterEach(() => folder.clear());

async function run(repair = false) {
  const lines: string[] = [];
  const error = await insightsRecount({ data: folder.path('.'), repair }, (line) => lines.push(line)).then(
    () => undefined,
    (reason) => reason,
  );
  if (error && !(error instanceof CommandError)) throw error;
  return { lines, exitCode: error?.exitCode as number | undefined };
}

describe('consentry insights recount', () => {
  it('says that all is well when it is', async () => {
    expect(await run()).toEqual({
      lines: ['1 days were counted anew.', 'The counters say what the records say.'],
    });
  });

  it('names what differs and ends with 1, until it is told to write it anew', async () => {
    const store = await openSqliteStore(join(folder.path('.'), 'receipts.db'));
    await store.counters.add(countsOf(aStoredRecord(1)).slice(0, 1));
    await store.close();
    const { lines, exitCode } = await run();
    expect(exitCode).toBe(1);
    expect(lines[0]).toBe('2026-11-21 omakase version 3 ja analytics grant: counted 2, stored 1');
    expect((await run(true)).exitCode).toBeUndefined();
    expect((await run()).exitCode).toBeUndefined();
  });
});
