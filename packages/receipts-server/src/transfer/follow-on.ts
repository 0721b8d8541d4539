import { isSameHash } from '@consentry/receipts';
import { type Growth, growLog } from '../log/grow-log.js';
import type { LogRow, LogState } from '../log/receipt-log.js';

/** The log with rows of another, which have to be the next ones. Throws when they are not. */
export function followOn(before: LogState, rows: readonly LogRow[]): Growth {
  const growth = growLog(before, rows);
  for (const [i, row] of rows.entries()) {
    const grown = growth.rows[i];
    if (grown?.position !== row.position || !isSameHash(grown.chain, row.chain))
      throw new Error(`The log does not go on at position ${row.position}: verify it first.`);
  }
  return growth;
}
