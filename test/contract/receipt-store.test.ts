import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@consentry/receipts-server';
import { describeReceiptStore } from '../support/receipt-store-suite.js';

let folder = '';

describeReceiptStore({
  name: 'sqlite',
  async open() {
    folder ||= mkdtempSync(join(tmpdir(), 'consentry-store-'));
    return openSqliteStore(join(folder, 'receipts.db'));
  },
  async clean() {
    rmSync(folder, { recursive: true });
    folder = '';
  },
});
