// @vitest-environment node
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../../../test/support/raw-request.js';
import { createConsentPolicy } from './consent-policy.js';
import { createNodeMiddleware } from './node.js';

const policy = createConsentPolicy({ purposes: [{ id: 'analytics' }], vendors: [] });
const guard = createNodeMiddleware(policy);
const OURS = policy.headers({ get: () => null }, { get: () => null })['content-security-policy'] as string;

let server: Server | undefined;
afterEach(() => server?.close());
/** What a visitor without a decision gets from a server that answers like this. */
async function answered(respond: (response: ServerResponse) => void, headers: Record<string, string> = {}) {
  const listener: RequestListener = (request, response) => guard(request, response, () => respond(response));
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return rawRequest((server.address() as AddressInfo).port, '/', headers);
}

describe('the middleware on a Node response', () => {
  it("stays beside a page's own policy that is set after it", async () => {
    const { all } = await answered((response) => {
      response.setHeader('content-security-policy', "object-src 'none'");
      response.end();
    });
    expect(all('content-security-policy')).toEqual([`object-src 'none', ${OURS}`]);
  });

  it("stays beside a page's own policies that come with writeHead", async () => {
    const { all, status, body } = await answered((response) => {
      response.writeHead(201, 'Made', {
        'Content-Security-Policy': ["object-src 'none'", "base-uri 'none'"],
      });
      response.end('made');
    });
    expect(all('content-security-policy')).toEqual([`object-src 'none', base-uri 'none', ${OURS}`]);
    expect([status, body]).toEqual([201, 'made']);
  });

  it('keeps every header of a list given to writeHead', async () => {
    const { all } = await answered((response) => {
      response.writeHead(200, [
        'set-cookie',
        'a=1',
        'set-cookie',
        'b=2',
        'x-own',
        'yes',
        'content-security-policy',
        "object-src 'none'",
      ]);
      response.end();
    });
    expect(all('set-cookie')).toEqual(['a=1', 'b=2']);
    expect(all('x-own')).toEqual(['yes']);
    expect(all('content-security-policy')).toEqual([`object-src 'none', ${OURS}`]);
  });

  it('is there when headers are sent early, and when the page is written in pieces', async () => {
    const { all, body } = await answered((response) => {
      response.flushHeaders();
      response.write('one ');
      response.end('two');
    });
    expect(all('content-security-policy')).toEqual([OURS]);
    expect(body).toBe('one two');
  });

  it('adds to Vary what is there, and does not let a page be shown without asking', async () => {
    const { headers } = await answered((response) => {
      response.writeHead(200, { vary: 'Accept-Encoding', 'cache-control': 'public, max-age=3600' });
      response.end();
    });
    expect(headers.vary).toBe('Accept-Encoding, Cookie, Sec-GPC');
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('leaves alone what is no page', async () => {
    const { headers } = await answered((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=60' });
      response.end('{}');
    });
    expect(headers['content-security-policy']).toBeUndefined();
    expect(headers['cache-control']).toBe('max-age=60');
  });
});
