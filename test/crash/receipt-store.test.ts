import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@consentry/receipts-server';
import { expect, it, vi } from 'vitest';
import { describeDeliveryQueue } from '../support/delivery-queue-suite.js';
import { describePeople } from '../support/people-suite.js';
import { describeReceiptLog } from '../support/receipt-log-suite.js';
import { aStoredRecord, describeReceiptStore } from '../support/receipt-store-suite.js';

// The same rules as in test/contract, for the built package, whose database has a thread of its own.
let folder = '';

const sqlite = {
  name: 'sqlite in its thread',
  async open() {
    folder ||= mkdtempSync(join(tmpdir(), 'consentry-store-'));
    return openSqliteStore(join(folder, 'receipts.db'));
  },
  async clean() {
    rmSync(folder, { recursive: true });
    folder = '';
  },
};
describeReceiptStore(sqlite);
describeDeliveryQueue(sqlite);
describeReceiptLog(sqlite);
describePeople(sqlite);

it('works in a thread of its own once built', async () => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-store-'));
  const threads = vi.fn();
  process.on('worker', threads);
  const store = await openSqliteStore(join(folder, 'receipts.db'));
  await store.add(aStoredRecord(1));
  await store.close();
  process.off('worker', threads);
  rmSync(folder, { recursive: true });
  expect(threads).toHaveBeenCalledOnce();
});
