import fs from 'node:fs';

/** Kills a process and its children at once, as a machine does that loses its power. Those that are gone are let be. */
export function killTree(pid) {
  // Stopped first, so that it has no child that the list does not know.
  if (!send(pid, 'SIGSTOP')) return;
  for (const child of childrenOf(pid)) send(child, 'SIGKILL');
  send(pid, 'SIGKILL');
}

/** Whether there is such a process. */
export function isRunning(pid) {
  return send(pid, 0);
}

/** Linux only; elsewhere PostgreSQL's children end by themselves when they miss their parent. */
function childrenOf(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return []; // no such system, or the process is gone
  }
}

function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
