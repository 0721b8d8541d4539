// The whole example in one process: the restaurant site, its Consentry, and three stand-in vendors.
//   node server.mjs [--port 4400] [--data DIR] [--quiet] [--open]
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createSiteServer } from '@consentry/cli';
import { createSite } from './server/create-site.mjs';
import { listen, PortInUse, stop } from './server/listen.mjs';
import { createRecipients } from './server/recipients.mjs';
import { createBrevo } from './vendors/brevo.mjs';
import { createGoogle } from './vendors/google.mjs';
import { createMailBluster } from './vendors/mailbluster.mjs';
import { createVendorLog } from './vendors/vendor-log.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { port, data, quiet, open } = readArguments();
const origin = `http://localhost:${port}`;
const config = here('consentry.json');
const vendorLog = createVendorLog();

const servers = [];
let consentry;
try {
  for (const [number, create] of [
    [4401, createGoogle],
    [4402, createBrevo],
    [4403, createMailBluster],
  ]) {
    servers.push(...(await listen(create(vendorLog).fetch, number)));
  }
  consentry = await createSiteServer({ config, data, origin });
  const site = createSite({ consentry, recipients: await createRecipients(config), vendorLog });
  servers.push(...(await listen(site.fetch, port)));
} catch (error) {
  if (!(error instanceof PortInUse)) throw error;
  console.error(`${error.message} Is the example running already? The site's own port can be set by --port.`);
  process.exit(2);
}

if (!quiet) {
  console.log(`Site       ${origin}/  (日本語)
           ${origin}/en/  (English)
Watch      ${origin}/watch  (what reached the vendors)
Without    ${origin}/plain/  (the same page without Consentry)
Receipts   ${origin}${consentry.receiptsPath}#token=${consentry.token}`);
}
if (open) openBrowser(`${origin}/`);

await new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
});
await stop(servers);
await consentry.close();

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4400' },
        data: { type: 'string', default: here('.consentry') },
        quiet: { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new Error(`--port ${values.port} is no port.`);
    return { ...values, port };
  } catch (error) {
    console.error(`${error.message}\nUsage: node server.mjs [--port 4400] [--data DIR] [--quiet] [--open]`);
    return process.exit(2);
  }
}

/** Opens the visitor's browser, where there is one. */
function openBrowser(url) {
  const [command, ...rest] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? [
    'xdg-open',
  ];
  const child = spawn(command, [...rest, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // the address is printed above
  child.unref();
}
