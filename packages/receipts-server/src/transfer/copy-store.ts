import { isSameHash, rootOf } from '@consentry/receipts';
import { sha256 } from '../log/hash.js';
import type { ReceiptStore } from '../store.js';
import { TRANSFER_TABLES } from './tables.js';

/** What was copied. */
export interface StoreCopy {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Size and root of the log, the same in both stores. */
  readonly size: number;
  readonly root: Uint8Array;
}

const PAGE = 500;

/**
 * Copies everything from one store into another, which has to be empty, and makes sure that both logs have one root.
 * Nobody may write to either meanwhile. Rejects, and leaves the target half filled, when anything does not fit.
 */
export async function copyStore(from: ReceiptStore, to: ReceiptStore): Promise<StoreCopy> {
  if ((await to.list({ limit: 1 })).length > 0 || (await to.log.state()).size > 0)
    throw new Error('The target is not empty.');
  const rows: Record<string, number> = {};
  for (const { name } of TRANSFER_TABLES) {
    rows[name] = 0;
    for (let after: string | number | undefined; ; ) {
      const page = await from.transfer.read({ table: name, after, limit: PAGE });
      if (page.rows.length === 0) break;
      await to.transfer.write({ table: name, rows: page.rows });
      rows[name] += page.rows.length;
      after = page.last;
    }
  }
  rows.log = 0;
  for (let position = 0; ; position += PAGE) {
    const page = await from.log.rows({ from: position, limit: PAGE });
    if (page.length > 0) await to.transfer.writeLog(page);
    rows.log += page.length;
    if (page.length < PAGE) break;
  }
  await to.transfer.finish();
  const [before, after] = [await from.log.state(), await to.log.state()];
  const root = rootOf(after, sha256);
  if (before.size !== after.size || !isSameHash(rootOf(before, sha256), root))
    throw new Error(`The copy's log has another root: ${after.size} rows instead of ${before.size}.`);
  return { rows, size: after.size, root };
}
