import { connect, createServer, type Server, type Socket } from 'node:net';

/** A network that can be cut: connections to its port go to another one, until somebody pulls the plug. */
export interface SwitchableProxy {
  readonly port: number;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Listens on a free port of every loopback address and passes on to `target`. */
export async function createSwitchableProxy(target: number): Promise<SwitchableProxy> {
  const sockets = new Set<Socket>();
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
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    cut,
    restore: async () => void (await listen(port)),
    close: async () => cut(),
  };
}
