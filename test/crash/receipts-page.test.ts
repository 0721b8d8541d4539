import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KillableServer, startServer } from '../support/killable-server.js';

let folder: string;
let server: KillableServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-page-'));
  server = await startServer(folder);
});
afterAll(async () => {
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true });
});

describe('the receipts page, once built', () => {
  it.each(['page.js', 'verify.js'])(
    'gets %s as a script that imports nothing a browser cannot find',
    async (file) => {
      const response = await fetch(`${server.url}/receipts/${file}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/javascript');
      expect(await response.text()).not.toMatch(/^import\b/m);
    },
  );
});
