// Five published policies as five small sites, in one process, with stand-ins for their vendors.
//   node server.mjs [--port 4470] [--data DIR] [--quiet]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listen, PortInUse, stop } from '../omakase/server/listen.mjs';
import { createVendorLog } from '../omakase/vendors/vendor-log.mjs';
import { openSites } from './server/open-sites.mjs';
import { createStandIns } from './vendors/stand-in.mjs';

/** Where the configs say that the vendors are. */
const VENDORS = 4471;
const { port, data, quiet } = readArguments();
const origin = `http://localhost:${port}`;
const log = createVendorLog();
const servers = [];
let sites;
try {
  servers.push(...(await listen(createStandIns(log).fetch, VENDORS)));
  sites = await openSites({ data, origin, log });
  servers.push(...(await listen(sites.fetch, port)));
} catch (error) {
  if (!(error instanceof PortInUse)) throw error;
  console.error(`${error.message} Is the example running already?`);
  process.exit(2);
}
if (!quiet) {
  console.log(`${origin}/`);
  for (const { name, token } of sites.readers)
    console.log(`${origin}/${name}/  records: ${origin}/${name}/consentry/receipts#token=${token}`);
}
await new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
});
await stop(servers);
await sites.close();

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4470' },
        data: {
          type: 'string',
          default: fileURLToPath(new URL('.consentry', import.meta.url)),
        },
        quiet: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535 || port === VENDORS)
      throw new Error(`--port ${values.port} cannot be had.`);
    return { ...values, port };
  } catch (error) {
    console.error(`${error.message}\nUsage: node server.mjs [--port 4470] [--data DIR] [--quiet]`);
    return process.exit(2);
  }
}
