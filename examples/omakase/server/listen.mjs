// Starts apps on loopback, all of them or none.
import { serve } from '@hono/node-server';

/** Says which port could not be had. */
export class PortInUse extends Error {
  constructor(port) {
    super(`Port ${port} is in use.`);
  }
}

/** Listens with `fetch` on 127.0.0.1 and, where there is one, on ::1. Resolves to the servers. */
export async function listen(fetch, port) {
  const first = await listenOn(fetch, port, '127.0.0.1');
  try {
    return [first, await listenOn(fetch, port, '::1')];
  } catch (error) {
    // Machines without IPv6.
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return [first];
    first.close();
    throw error;
  }
}

function listenOn(fetch, port, hostname) {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, () => resolve(server));
    server.once('error', (error) => reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error));
  });
}

/** Stops servers; connections that a browser keeps open do not hold it up. */
export function stop(servers) {
  return Promise.all(
    servers.map(
      (server) =>
        new Promise((resolve) => {
          server.close(resolve);
          server.closeIdleConnections();
        }),
    ),
  );
}
