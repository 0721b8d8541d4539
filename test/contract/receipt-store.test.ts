import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@consentry/receipts-server';
import { describeCounters } from '../support/counters-suite.js';
import { describeDeliveryQueue } from '../support/delivery-queue-suite.js';
import { describePeople } from '../support/people-suite.js';
import { describeReceiptLog } from '../support/receipt-log-suite.js';
import { describeReceiptStore } from '../support/receipt-store-suite.js';
import { describeSightings } from '../support/sightings-suite.js';

let folder = '';

const sqlite = {
  name: 'sqlite',
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
describeCounters(sqlite);
describeSightings(sqlite);
