import { copyStore } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import { openServerStore, openStore, type StorePlace } from '../open-store.js';

/** `consentry store copy`: moves everything into another, empty store, and compares the roots of both logs. */
export async function storeCopy(
  from: StorePlace,
  to: StorePlace,
  print: (line: string) => void,
): Promise<void> {
  const source = await openStore(from);
  try {
    const target = await openServerStore(to);
    try {
      const { rows, size, root } = await copyStore(source, target);
      for (const [table, count] of Object.entries(rows))
        if (count > 0) print(`${String(count).padStart(10)} ${table}`);
      print(`Both logs have ${size} rows and the root ${Buffer.from(root).toString('hex')}.`);
    } catch (cause) {
      throw new CommandError(`Not copied: ${(cause as Error).message}`, 1);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
