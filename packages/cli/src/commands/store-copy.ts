import { copyStore } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import type { Progress } from '../command-line/command.js';
import { openServerStore, openStore, type StorePlace } from '../open-store.js';
import { say } from '../say.js';

/** `consentry store copy`: moves everything into another, empty store, and compares the roots of both logs. */
export async function storeCopy(
  from: StorePlace,
  to: StorePlace,
  print: (line: string) => void,
  { json = false, progress = () => {} }: { readonly json?: boolean; readonly progress?: Progress } = {},
): Promise<void> {
  const source = await openStore(from);
  try {
    const target = await openServerStore(to);
    try {
      progress('Copying');
      const { rows, size, root } = await copyStore(source, target);
      const hex = Buffer.from(root).toString('hex');
      say(print, json, { rows, size, root: hex }, [
        ...Object.entries(rows).flatMap(([table, count]) =>
          count > 0 ? [`${String(count).padStart(10)} ${table}`] : [],
        ),
        `Both logs have ${size} rows and the root ${hex}.`,
      ]);
    } catch (cause) {
      throw new CommandError(`Not copied: ${(cause as Error).message}`, 1);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
