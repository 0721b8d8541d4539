import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { leaveNothing } from './leave-nothing.mjs';

const SCRIPT = fileURLToPath(new URL('./receipts-server.mjs', import.meta.url));

/** A receipts server in a process of its own. */
export interface KillableServer {
  /** Where its API is. */
  readonly url: string;
  /** Ends it with `signal` and waits until it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts the server on the database in `folder`. */
export function startServer(folder: string, ...flags: string[]): Promise<KillableServer> {
  return launch(process.execPath, [SCRIPT, folder, ...flags]);
}

/** A server that can also be stopped without ending, and looked into. */
export interface FreezableServer extends KillableServer {
  readonly pid: number;
  readonly freeze: () => Promise<void>;
}

/**
 * Starts the server on a disk of its own with some megabytes, half of them taken by a file named `filler`. Linux only.
 * Nobody else sees that disk but through `/proc/<pid>/root`.
 */
export async function startServerOnSmallDisk(folder: string, megabytes: number): Promise<FreezableServer> {
  const script = `mount -t tmpfs -o size=${megabytes}m tmpfs "$1" && head -c ${megabytes * 512 * 1024} /dev/zero > "$1/filler" && exec "$2" "$3" "$1"`;
  const args = ['-r', '-m', 'sh', '-c', script, 'sh', folder, process.execPath, SCRIPT];
  const { child, ...server } = await launch('unshare', args);
  const pid = child.pid as number;
  return {
    ...server,
    pid,
    async freeze() {
      child.kill('SIGSTOP');
      // The signal takes effect a moment later.
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
}

async function launch(
  command: string,
  args: readonly string[],
): Promise<KillableServer & { readonly child: ChildProcess }> {
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  if (child.pid !== undefined) void exited.then(leaveNothing({ pid: child.pid }));
  if (!child.stdout) throw new Error('The server has no output to read its port from.');
  const [port] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(() => Promise.reject(new Error('The server ended before it was ready.'))),
  ]);
  return {
    child,
    url: `http://127.0.0.1:${port}/consentry`,
    async end(signal) {
      child.kill(signal);
      await exited;
    },
  };
}
