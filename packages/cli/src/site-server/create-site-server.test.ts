import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { verify } from '@consentry/receipts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { startFakeBrevo } from '../../../../test/support/fake-brevo.js';
import { aConfig, createSiteFolder } from '../../../../test/support/site-folder.js';
import { CommandError } from '../command-error.js';
import { createSiteServer, type SiteServer, type SiteServerOptions } from './create-site-server.js';

const HASHED = 'consentry-banner.Ab3_xyz09.js';
const SHOWN = `sha256-${'A'.repeat(43)}`;
// Building takes seconds and is the business of build-site.test.ts.
vi.mock('../site-build/build-site.js', () => ({
  buildSite: async () => ({
    files: ['consentry.js', 'consentry-stub.js', HASHED].map((name) => ({
      name,
      content: `/* ${name} */`,
      integrity: `sha256-${name}`,
    })),
    shown: { [SHOWN]: '{"language":"en"}' },
  }),
}));

const ORIGIN = 'https://shop.example.com';
let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let server: SiteServer;

const open = (config: string, options: Partial<SiteServerOptions> = {}) =>
  createSiteServer({
    config,
    data: folder.path('data'),
    origin: ORIGIN,
    clientAddress: () => '192.0.2.1',
    report: () => {},
    ...options,
  });
const get = async (path: string, headers: Record<string, string> = {}) =>
  server.fetch(new Request(ORIGIN + path, { headers }));

beforeAll(async () => {
  folder = await createSiteFolder();
  server = await open(await folder.write('consentry.json', aConfig({ vendors: {} })));
});
afterAll(async () => {
  await server.close();
  await folder.clear();
});

describe('the site server', () => {
  it('serves the script of the site, which is looked at anew on every page', async () => {
    const answer = await get('/consentry.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('etag')).toBe('"sha256-consentry.js"');
    expect(await answer.text()).toBe('/* consentry.js */');
    expect((await get('/consentry-stub.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('serves what the script loads under names that never mean anything else', async () => {
    const answer = await get(`/${HASHED}`);
    expect(await answer.text()).toBe(`/* ${HASHED} */`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each([
    '/consentry-banner.000000000.js',
    '/consentry-banner.fr.js',
    '/consentry-policy.json',
    '/consentry.json',
    '/consentry.js.map',
    '/data/signing-key.json',
    '/..%2fdata%2fsigning-key.json',
    '/consentry/../data/read-token',
    '/',
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('takes records of its site, and answers with a receipt in its name that its published key verifies', async () => {
    const record = JSON.stringify(aRecord(1, { site: 'shop' }));
    const answer = await server.fetch(
      new Request(`${ORIGIN}/consentry/records`, { method: 'POST', body: record }),
    );
    expect(answer.status).toBe(201);
    const receipt = await answer.json();
    expect(receipt.issuer).toBe(ORIGIN);
    const { keys } = await (await get('/.well-known/consentry-keys.json')).json();
    expect(await verify(receipt, keys)).toMatchObject({ ok: true });
    const other = JSON.stringify(aRecord(2, { site: 'another' }));
    const refused = await server.fetch(
      new Request(`${ORIGIN}/consentry/records`, { method: 'POST', body: other }),
    );
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });

  it('lets only the holder of the token read', async () => {
    expect((await get('/consentry/records')).status).toBe(401);
    expect((await get('/consentry/records', { authorization: 'Bearer guess-guess-guess' })).status).toBe(401);
    const answer = await get('/consentry/records', { authorization: `Bearer ${server.token}` });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(await answer.json())).toContain(aRecord(1).id);
  });

  it('has the page that lists receipts where it says', async () => {
    expect(server.receiptsPath).toBe('/consentry/receipts');
    const answer = await get(server.receiptsPath);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('keeps its key and token from other users of the machine, and everything that was shown', async () => {
    for (const name of ['signing-key.json', 'read-token'])
      expect((await stat(folder.path(`data/${name}`))).mode & 0o077, name).toBe(0);
    expect(await readdir(folder.path('data/shown'))).toEqual([`${SHOWN}.json`]);
    expect(await readFile(folder.path(`data/shown/${SHOWN}.json`), 'utf8')).toBe('{"language":"en"}');
  });
});

describe('a site with an e-mail service', () => {
  const withBrevo = (url?: string) =>
    aConfig({
      vendors: {},
      purposes: { news: { label: 'News', phrase: 'send news', channel: 'email' } },
      connectors: {
        brevo: { keyFrom: 'BREVO_API_KEY', url, purposes: { news: { as: 'newsletter', list: 7 } } },
      },
    });

  it('tells it what a linked visitor decides, and keeps its key and the token that links to itself', async () => {
    const api = await startFakeBrevo();
    const data = folder.path('mail');
    const site = await open(await folder.write('mail.json', withBrevo(api.url)), {
      data,
      env: { BREVO_API_KEY: api.key },
    });
    expect(site.connectors).toEqual(['brevo']);
    const token = (await readFile(`${data}/link-token`, 'utf8')).trim();
    expect(token).not.toBe(site.token);
    const record = aRecord(1, { site: 'shop', choices: { news: 'grant' }, statuses: { news: 'granted' } });
    await site.fetch(
      new Request(`${ORIGIN}/consentry/records`, { method: 'POST', body: JSON.stringify(record) }),
    );
    const link = await site.fetch(
      new Request(`${ORIGIN}/consentry/links/${record.subject}`, {
        method: 'PUT',
        body: '{"email":"anna@example.com"}',
        headers: { authorization: `Bearer ${token}` },
      }),
    );
    expect(link.status).toBe(200);
    await expect.poll(() => api.joined, { timeout: 5000 }).toEqual(['anna@example.com 7']);
    await site.close();
    await api.close();
    for (const name of await readdir(data))
      if (!name.startsWith('shown'))
        expect(await readFile(`${data}/${name}`, 'latin1')).not.toContain(api.key);
  });

  it('is not served while the key is missing, and names the variable', async () => {
    const data = folder.path('keyless');
    const error = await open(await folder.write('keyless.json', withBrevo()), { data, env: {} }).catch(
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(CommandError);
    expect(error.message).toBe(
      'connectors.brevo.keyFrom: the environment variable BREVO_API_KEY is not set.',
    );
    expect(existsSync(`${data}/receipts.db`)).toBe(false);
  });
});

describe('a site that cannot be served', () => {
  it('has an endpoint that this server does not know, and is told so', async () => {
    const file = await folder.write(
      'elsewhere.json',
      aConfig({ vendors: {}, receipts: { endpoint: '/api/consent' } }),
    );
    const error = await open(file, { data: folder.path('elsewhere') }).catch((reason) => reason);
    expect(error).toBeInstanceOf(CommandError);
    expect(error.message).toBe(
      'receipts.endpoint: is "/api/consent"; this server needs one that ends in "/records".',
    );
    expect(error.exitCode).toBe(1);
    expect(existsSync(folder.path('elsewhere/receipts.db'))).toBe(false);
  });

  it('has a config with mistakes', async () => {
    const error = await open(await folder.write('wrong.json', aConfig({ site: 'My Shop' }))).catch(
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(CommandError);
    expect(error.message).toContain('site: is "My Shop"');
    expect(error.exitCode).toBe(1);
  });
});

it('says of a config that is not there that it is not there, as check and build do', async () => {
  const error = await createSiteServer({
    config: folder.path('missing.json'),
    data: folder.path('data'),
    origin: 'https://shop.example.com',
  }).catch((reason) => reason);
  expect(error).toBeInstanceOf(CommandError);
  expect(error.message).toContain('there is no such file');
  expect(error.exitCode).toBe(2);
});

describe('the notice of a site', () => {
  it('is served in its languages with nothing that runs, follows its document, and is linked from the banner', async () => {
    const document = { id: 'privacy', version: '1', languages: ['en'], introduction: 'As it was.' };
    await folder.write('notice.json', document);
    const file = await folder.write(
      'noticed.json',
      aConfig({ vendors: {}, notice: { document: 'notice.json' } }),
    );
    const site = await open(file, { data: folder.path('noticed') });
    const page = async (name: string) => site.fetch(new Request(`${ORIGIN}/consentry/notice/${name}`));
    try {
      const start = await page('');
      expect(start.status).toBe(302);
      expect(start.headers.get('location')).toBe('/consentry/notice/privacy.en.html');
      const answer = await page('privacy.en.html');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await answer.text()).toContain('As it was.');
      expect((await page('notice.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
      expect((await page('external.en.html')).status).toBe(200);
      for (const name of ['privacy.ja.html', 'consentry.json', '..%2fread-token', 'notice.json'])
        expect((await page(name)).status).toBe(404);

      await folder.write('notice.json', { ...document, introduction: 'As it is.' });
      expect(await (await page('privacy.en.html')).text()).toContain('As it is.');
      // A document that is wrong changes nothing.
      await folder.write('notice.json', { ...document, introduction: 7 });
      expect(await (await page('privacy.en.html')).text()).toContain('As it is.');
    } finally {
      await site.close();
    }
  });

  it('tells of the tools also without a document', async () => {
    expect((await get('/consentry/notice/external.en.html')).status).toBe(200);
    expect((await get('/consentry/notice/privacy.en.html')).status).toBe(404);
  });
});

describe('the site server behind an edge that knows the place', () => {
  const placeHeaders = { place: 'cf-ipcountry' };
  const at = (server: SiteServer, path: string, country: string) =>
    server.fetch(new Request(ORIGIN + path, { headers: { 'cf-ipcountry': country } }));
  const openWith = async (name: string, changes: object, options = {}) =>
    open(await folder.write(`${name}.json`, aConfig({ vendors: {}, ...changes })), {
      data: folder.path(name),
      ...options,
    });

  it('tells the script and whoever asks, and lets nobody keep that for another visitor', async () => {
    const server = await openWith('by-place', { regime: { byPlace: true } }, { placeHeaders });
    const script = await at(server, '/consentry.js', 'JP');
    expect(await script.text()).toBe('document.currentScript.dataset.place||="JP";/* consentry.js */');
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: 'cf-ipcountry',
      etag: '"sha256-consentry.js-JP"',
    });
    const nowhere = await at(server, '/consentry.js', 'T1');
    expect(await nowhere.text()).toBe('/* consentry.js */');
    expect(nowhere.headers.get('vary')).toBe('cf-ipcountry');
    const place = await at(server, '/consentry/place', 'JP');
    expect(await place.json()).toEqual({ place: 'JP' });
    expect(place.headers.get('cache-control')).toBe('no-store');
    expect(await (await at(server, '/consentry/place', '<b>')).json()).toEqual({ place: null });
    await server.close();
  });

  it('tells nothing where one rule is for everybody, or no header is named', async () => {
    const same = await openWith('one-rule', {}, { placeHeaders });
    const script = await at(same, '/consentry.js', 'JP');
    expect(await script.text()).toBe('/* consentry.js */');
    expect(script.headers.get('vary')).toBeNull();
    await same.close();
    const unnamed = await openWith('unnamed', { regime: { byPlace: true } });
    expect(await (await at(unnamed, '/consentry.js', 'JP')).text()).toBe('/* consentry.js */');
    expect((await at(unnamed, '/consentry/place', 'JP')).status).toBe(404);
    await unnamed.close();
  });
});
