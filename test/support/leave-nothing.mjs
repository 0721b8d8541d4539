// Tests that are interrupted, or whose worker dies, cannot clean up. A process that outlives them does it then.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

let guardian;
let number = 0;

/**
 * Has a process with its children ended, by its `signal` if it has one, or a folder removed, when this process ends,
 * however it ends. The returned function says that it is gone already.
 */
export function leaveNothing(what) {
  guardian ??= startGuardian();
  const id = ++number;
  const tell = (entry) => guardian.stdin.write(`${JSON.stringify({ id, ...entry })}\n`);
  tell(what);
  return () => void tell({});
}

/** It notices the end of this process by the end of its input. In a group of its own, which Ctrl-C does not reach. */
function startGuardian() {
  const script = fileURLToPath(new URL('./guardian.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.unref();
  child.stdin.unref();
  return child;
}
