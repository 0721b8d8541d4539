import { connect, createServer, type Server, type Socket } from 'node:net';

/** A network that can be cut: connections to its port go to another one, until somebody pulls the plug. */
export interface SwitchableProxy {
  readonly port: number;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  restore(): Promise<void>;
  /** Breaks every connection; new ones go to `target` from now on. */
  redirect(target: number): void;
  /**
   * New connections go to `target`; on those that are there nothing is heard any more, as when a machine has lost its
   * power.
   */
  redirectSilently(target: number): void;
  close(): Promise<void>;
}

/** Listens on a free port of every loopback address and passes on to `first`. */
export async function createSwitchableProxy(first: number): Promise<SwitchableProxy> {
  const sockets = new Set<Socket>();
  let target = first;
  let server: Server;
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server = createServer((socket) => {
        const upstream = connect(target, '127.0.0.1');
        for (const end of [socket, upstream]) {
          sockets.add(end);
          end.on('error', () => end.destroy());
          end.on('close', () => {
            sockets.delete(end);
            socket.destroy();
            upstream.destroy();
          });
        }
        socket.pipe(upstream).pipe(socket);
      });
      server.on('error', reject);
      server.listen(port, () => resolve((server.address() as { port: number }).port));
    });
  const port = await listen(0);
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const cut = () => {
    server.close();
    breakAll();
  };
  return {
    port,
    cut,
    restore: async () => void (await listen(port)),
    redirect(next) {
      target = next;
      breakAll();
    },
    redirectSilently(next) {
      target = next;
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: async () => cut(),
  };
}
