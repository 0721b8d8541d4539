import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import site from '../servers/public/consentry-policy.json' with { type: 'json' };
import { cookieAfterGrant } from '../support/consent-cookie.js';
import { rawRequest } from '../support/raw-request.js';

// The examples of docs/response-header.md, as they stand there, on the frameworks they are for.
const servers = import.meta.glob<{ server: Server; default: { fetch: typeof fetch } }>('../servers/*.mjs');
const sources = import.meta.glob<string>('../servers/*.mjs', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const docs = readFileSync(new URL('../../docs/response-header.md', import.meta.url), 'utf8');
const load = (name: string) => {
  const module = servers[`../servers/${name}.mjs`];
  if (!module) throw new Error(`There is no ${name}.mjs.`);
  return module();
};

const ANALYTICS = cookieAfterGrant(site, 'analytics');
const EVERYTHING = cookieAfterGrant(site, 'analytics', 'mail');

describe('the examples of the docs', () => {
  it.each(Object.keys(sources))('are the servers that are tested here: %s', (file) => {
    expect(docs).toContain(`\`\`\`js\n${sources[file]}\`\`\``);
  });
});

describe.each(['node', 'express', 'hono', 'fastify'])('the middleware for %s', (name) => {
  let server: Server;
  const ask = (path?: string, headers?: Record<string, string>) =>
    rawRequest((server.address() as AddressInfo).port, path, headers);

  beforeAll(async () => {
    vi.stubEnv('PORT', '0');
    ({ server } = await load(name));
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    vi.unstubAllEnvs();
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('withholds every vendor from a new visitor, the others from one who granted some, and nothing from one who granted all', async () => {
    const fresh = await ask();
    expect(fresh.status).toBe(200);
    expect(fresh.body).toContain('Shop');
    expect(fresh.headers['content-security-policy']).toContain(' cdn.example:*');
    expect(fresh.headers['content-security-policy']).not.toContain('acme.example');
    expect(fresh.headers['x-dns-prefetch-control']).toBe('off');

    const some = await ask('/', { cookie: ANALYTICS });
    expect(some.headers['content-security-policy']).toContain(' acme.example:*');
    expect(some.headers['content-security-policy']).not.toContain('post.example');

    const all = await ask('/', { cookie: EVERYTHING });
    expect(all.headers['content-security-policy']).toBeUndefined();
    expect(all.body).toBe(fresh.body);
    // And the signal that the visitor's browser sends is heard.
    const broken = await ask('/', { cookie: `${EVERYTHING}x` });
    expect(broken.headers['content-security-policy']).toBe(fresh.headers['content-security-policy']);
  });

  it("makes a page this visitor's alone, and never confirms one from the browser's cache", async () => {
    const { headers } = await ask('/', { cookie: EVERYTHING });
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers.vary).toContain('Cookie, Sec-GPC');
    const { status } = await ask('/', {
      cookie: EVERYTHING,
      'sec-fetch-dest': 'document',
      'if-modified-since': new Date(Date.now() + 86_400_000).toUTCString(),
      ...(headers.etag ? { 'if-none-match': headers.etag } : {}),
    });
    expect(status).toBe(200);
  });

  it("answers for a withheld vendor's path with nothing, and lets it through after the grant", async () => {
    const before = await ask('/acme/t.js?x=1');
    expect([before.status, before.body]).toEqual([403, '']);
    expect(before.headers['cache-control']).toBe('private, no-cache');
    expect((await ask('/acme/t.js', { cookie: ANALYTICS })).status).not.toBe(403);
  });
});

describe('the middleware for express', () => {
  it('leaves files that are no pages as they are, caches and all', async () => {
    vi.stubEnv('PORT', '0');
    vi.resetModules();
    const { server } = await load('express');
    const { port } = server.address() as AddressInfo;
    const style = await rawRequest(port, '/style.css', { 'sec-fetch-dest': 'style' });
    expect(style.headers['content-security-policy']).toBeUndefined();
    expect(style.headers['cache-control']).toBe('public, max-age=0');
    const again = await rawRequest(port, '/style.css', {
      'sec-fetch-dest': 'style',
      'if-none-match': style.headers.etag ?? '',
    });
    expect(again.status).toBe(304);
    vi.unstubAllEnvs();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('the handler for the edge', () => {
  afterEach(() => vi.unstubAllGlobals());
  const ask = async (answer: Response, headers: Record<string, string> = {}, path = '/') => {
    const asked: Request[] = [];
    vi.stubGlobal('fetch', async (request: Request) => {
      asked.push(request);
      return answer;
    });
    const { default: worker } = await load('edge');
    const response = await worker.fetch(new Request(`https://shop.example${path}`, { headers }));
    return { response, asked };
  };
  const page = (headers: Record<string, string> = {}) =>
    new Response('<!doctype html>', { headers: { 'content-type': 'text/html', ...headers } });
  const policyOf = ({ response }: { response: Response }) => response.headers.get('content-security-policy');

  it('withholds every vendor before a grant, not the granted one after it, and adds nothing when all are', async () => {
    expect(policyOf(await ask(page()))).not.toContain('acme.example');
    expect(policyOf(await ask(page(), { cookie: ANALYTICS }))).toContain('acme.example');
    const { response } = await ask(page(), { cookie: EVERYTHING });
    expect(response.headers.get('content-security-policy')).toBeNull();
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
  });

  it("puts its policy beside the page's own", async () => {
    const found = policyOf(await ask(page({ 'content-security-policy': "object-src 'none'" })));
    expect(found).toMatch(/^object-src 'none', default-src 'self'/);
  });

  it("does not ask the site for a withheld vendor's path", async () => {
    const { response, asked } = await ask(page(), {}, '/acme/x');
    expect([response.status, asked.length]).toEqual([403, 0]);
    expect((await ask(page(), { cookie: ANALYTICS }, '/acme/x')).asked).toHaveLength(1);
  });

  it('asks for pages without conditions, and for the rest with them', async () => {
    const condition = { 'if-none-match': '"a"' };
    const [first] = (await ask(page(), condition)).asked;
    expect(first?.headers.has('if-none-match')).toBe(false);
    const [style] = (await ask(page(), { ...condition, 'sec-fetch-dest': 'style' })).asked;
    expect(style?.headers.has('if-none-match')).toBe(true);
  });

  it('takes answers that came over the network, whose headers are locked', async () => {
    expect(policyOf(await ask(Response.redirect('https://shop.example/next')))).toContain('default-src');
    const { response } = await ask(Response.error());
    expect(response.type).toBe('error');
  });
});
