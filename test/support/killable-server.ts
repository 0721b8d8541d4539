import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./receipts-server.mjs', import.meta.url));

/** A receipts server in a process of its own. */
export interface KillableServer {
  /** Where its API is. */
  readonly url: string;
  /** Ends it with `signal` and waits until it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts the server on the database in `folder`. */
export async function startServer(folder: string, ...flags: string[]): Promise<KillableServer> {
  const child: ChildProcess = spawn(process.execPath, [SCRIPT, folder, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  if (!child.stdout) throw new Error('The server has no output to read its port from.');
  const [port] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(() => Promise.reject(new Error('The server ended before it was ready.'))),
  ]);
  return {
    url: `http://127.0.0.1:${port}/consentry`,
    async end(signal) {
      child.kill(signal);
      await exited;
    },
  };
}
