// Started by leave-nothing.mjs. Reads what there is and what is gone, as lines of JSON, and removes the rest when the
// lines end.
import { createInterface } from 'node:readline';
import { isRunning, killTree } from './kill-tree.mjs';
import { removeFolder } from './remove-folder.mjs';

const left = new Map();
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { id, pid, folder } = JSON.parse(line);
    if (pid || folder) left.set(id, { pid, folder });
    else left.delete(id);
  })
  .on('close', async () => {
    const pids = [...left.values()].flatMap(({ pid }) => pid ?? []);
    pids.forEach(killTree);
    for (let tries = 0; pids.some(isRunning) && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    for (const { folder } of left.values()) if (folder) removeFolder(folder);
  });
