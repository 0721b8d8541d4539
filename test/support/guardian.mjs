// Started by leave-nothing.mjs. Reads what there is and what is gone, as lines of JSON, and removes the rest when the
// lines end.
import { createInterface } from 'node:readline';
import { isRunning, killTree } from './kill-tree.mjs';
import { removeFolder } from './remove-folder.mjs';

const left = new Map();
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { id, ...what } = JSON.parse(line);
    if (what.pid || what.folder) left.set(id, what);
    else left.delete(id);
  })
  .on('close', async () => {
    const processes = [...left.values()].filter(({ pid }) => pid);
    for (const { pid, signal } of processes) end(pid, signal);
    const areGone = async () => {
      for (let tries = 0; processes.some(({ pid }) => isRunning(pid)) && tries < 100; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await areGone();
    for (const { pid } of processes) killTree(pid);
    await areGone();
    for (const { folder } of left.values()) if (folder) removeFolder(folder);
  });

/** By its own signal, where it has something to tidy up that nobody else can. */
function end(pid, signal) {
  if (!signal) killTree(pid);
  else if (isRunning(pid)) process.kill(pid, signal);
}
