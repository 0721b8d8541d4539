// Every layout, theme and place of the widget, live:  node server.mjs [--port 4460]
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createGallery } from './create-gallery.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4460' } } });
const port = Number(values.port);
const { site, thirdParty } = await createGallery(`127.0.0.1:${port + 1}`);
serve({ fetch: site.fetch, port, hostname: '127.0.0.1' });
serve({ fetch: thirdParty.fetch, port: port + 1, hostname: '127.0.0.1' });
console.log(`http://127.0.0.1:${port}/`);
