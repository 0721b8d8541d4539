import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Sighting } from '@consentry/receipts-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../test/support/run-command.js';
import { createSiteServer } from '../site-server/create-site-server.js';
import { type DriftOptions, drift } from './drift.js';

const told = { provider: 'C Ltd', information: 'Pages', usedFor: 'Measuring' };
const CONFIG = {
  site: 'tea',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' }, marketing: { label: 'Advertising' } },
  vendors: {
    counter: { adapter: false, name: 'C', purposes: ['analytics'], hosts: ['counter.example'], ...told },
    hotjar: { enabled: false, purposes: ['analytics'], options: { siteId: '123456' } },
  },
  receipts: { endpoint: '/consentry/records' },
  gate: { hosts: ['fonts.example'] },
  drift: { report: 'server', ignore: ['status.example'] },
};
const NOW = Date.UTC(2026, 10, 22, 12);
let folder: string;
let file: string;
let options: DriftOptions;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consentry-drift-'));
  file = join(folder, 'consentry.json');
  await writeFile(file, JSON.stringify(CONFIG));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  await rm(join(folder, 'receipts.db'), { force: true });
  const base = { file, data: folder, hosts: [], check: false, json: false, now: () => NOW };
  options = { ...base, store: undefined };
});

const run = (changes: Partial<DriftOptions> = {}) =>
  runCommand((print) => drift({ ...options, ...changes }, print));
async function met(...sightings: (Pick<Sighting, 'host'> & Partial<Sighting>)[]) {
  const store = await openSqliteStore(join(folder, 'receipts.db'));
  const all = sightings.map((each) => ({
    ...{ site: 'tea', kind: 'unlisted' as const, at: '2026-11-21T07:00:00.000Z' },
    ...each,
  }));
  await store.sightings.add({ sightings: all, since: '', mostHosts: 99 });
  await store.close();
}

describe('consentry drift', () => {
  it('says who a host probably is and what to do, and ends with 1 only when asked to check', async () => {
    await met({ host: 'bat.bing.com' }, { host: 'cdn.example' }, { host: 'cdn.example' });
    const { lines, exitCode } = await run();
    expect(exitCode).toBeUndefined();
    expect(lines).toEqual([
      'cdn.example was contacted, and belongs to nobody in the config (2 of the page views, 2026-11-21 to 2026-11-21)',
      expect.stringMatching(/^ {2}No adapter knows it\..*"hosts": \["cdn\.example"\].*drift\.ignore/),
      expect.stringContaining('bat.bing.com was contacted'),
      expect.stringContaining('probably microsoft-uet'),
      expect.stringContaining('"microsoft-uet"'),
      '2 to look into.',
    ]);
    expect(await run({ check: true })).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('2 hosts are not accounted for'),
    });
  });

  it('has nothing to say of what the config names, ignores or has been told of since', async () => {
    await met({ host: 'cdn.counter.example' }, { host: 'fonts.example' }, { host: 'status.example' });
    expect((await run({ check: true })).lines).toEqual([
      'All 3 hosts that pages told of are accounted for by now.',
    ]);
  });

  it('tells a vendor that is contacted while it is withheld from one that is off, and from what a policy stopped', async () => {
    await met(
      { host: 'counter.example', kind: 'withheld' },
      { host: 'static.hotjar.com' },
      { host: 'live.example', kind: 'stopped' },
    );
    const text = (await run()).lines.join('\n');
    expect(text).toContain('belongs to vendors.counter, and was contacted while that is withheld');
    expect(text).toContain('vendors.hotjar is off, and something in the pages still asks for it');
    expect(text).toContain("live.example belongs to nobody in the config, and the page's policy stopped it");
  });

  it('looks hosts up that are named, without any data', async () => {
    const { lines, exitCode } = await run({
      hosts: ['static.hotjar.com', 'Counter.example'],
      data: 'nowhere',
    });
    expect(lines.join('\n')).toContain('vendors.hotjar is off');
    expect(lines.join('\n')).toContain('It belongs to vendors.counter.');
    expect(exitCode).toBeUndefined();
    expect(await run({ hosts: ['cdn.example'], check: true })).toMatchObject({ exitCode: 1 });
    expect(await run({ hosts: ['https://cdn.example'] })).toMatchObject({ exitCode: 2 });
  });

  it('answers as one JSON object, of the last days if these are asked for', async () => {
    await met({ host: 'old.example', at: '2026-11-01T07:00:00.000Z' }, { host: 'new.example' });
    expect(JSON.parse((await run({ json: true, days: 7 })).lines.join('\n'))).toMatchObject({
      ...{ site: 'tea', open: 1 },
      hosts: [{ host: 'new.example', kind: 'unlisted', count: 1, settled: false, guesses: [] }],
    });
    expect(JSON.parse((await run({ json: true })).lines.join('\n'))).toMatchObject({ open: 2 });
  });

  it('asks a server with the token of a reader, and says what went wrong otherwise', async () => {
    const server = await createSiteServer({
      ...{ config: file, data: join(folder, 'served'), origin: 'https://shop.example', report: () => {} },
      clientAddress: () => '192.0.2.1',
    });
    const ask = ((url: URL, init: RequestInit) => server.fetch(new Request(url, init))) as typeof fetch;
    const remote = { url: 'https://shop.example', token: server.token, fetch: ask };
    expect((await run(remote)).lines).toEqual([
      'Pages have told of nothing yet; they tell of a sample of page views.',
    ]);
    const post = (site: string) =>
      server.fetch(
        new Request('https://shop.example/consentry/drift', {
          method: 'POST',
          body: JSON.stringify({ site, unlisted: ['cdn.example'] }),
        }),
      );
    expect((await post('coffee')).status).toBe(400);
    expect((await post('tea')).status).toBe(204);
    expect((await run({ ...remote, check: true })).exitCode).toBe(1);

    // What pages may tell is what the file says now, without a restart.
    await writeFile(file, JSON.stringify({ ...CONFIG, drift: undefined }));
    expect((await post('tea')).status).toBe(404);
    await writeFile(file, JSON.stringify(CONFIG));
    expect(await run({ ...remote, token: undefined })).toMatchObject({ exitCode: 2 });
    expect((await run({ ...remote, token: 'of-a-stranger-and-long' })).message).toContain('(401)');
    expect((await run({ ...remote, url: 'shop.example' })).message).toContain('--url: is "shop.example"');
    const odd = (async () => Response.json({ hosts: [{ host: '\u001b[31m' }] })) as typeof fetch;
    expect((await run({ ...remote, fetch: odd })).message).toContain('answered something else');
    await server.close();
  });
});
