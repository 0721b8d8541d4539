import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConfig, createSiteFolder } from '../../../../test/support/site-folder.js';
import { CommandError } from '../command-error.js';
import { csp } from './csp.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let file: string;
beforeAll(async () => {
  folder = await createSiteFolder();
  file = await folder.write('right.json', aConfig({ gate: { hosts: ['fonts.example'] } }));
});
afterAll(() => folder.clear());

/** What the command printed and reported, or how it ended. */
async function run(config: string, granted: string[] = [], json = false) {
  const lines: string[] = [];
  const reports: string[] = [];
  const error = await csp(config, { granted, json, report: (text) => reports.push(text) }, (line) =>
    lines.push(line),
  ).then(
    () => undefined,
    (reason) => reason,
  );
  if (error && !(error instanceof CommandError)) throw error;
  return {
    lines,
    reports,
    message: error?.message as string,
    exitCode: error?.exitCode as number | undefined,
  };
}

describe('consentry csp', () => {
  it('prints the headers that withhold every vendor', async () => {
    const { lines, reports, exitCode } = await run(file);
    expect(exitCode).toBeUndefined();
    expect(lines).toEqual([
      "content-security-policy: default-src 'self' data: blob: filesystem: mediastream: 'unsafe-inline' 'unsafe-eval' fonts.example:* *.fonts.example:* ws://fonts.example:* ws://*.fonts.example:*; form-action 'self' fonts.example:* *.fonts.example:*",
      'x-dns-prefetch-control: off',
    ]);
    expect(reports).toEqual([]);
  });

  it('lets through the vendors of what is granted, and a vendor that is granted alone', async () => {
    const purpose = (await run(file, ['analytics'])).lines.join();
    expect(purpose).toContain(' google-analytics.com:*');
    expect(purpose).not.toContain('brevo');
    const vendor = (await run(file, ['brevo'])).lines.join();
    expect(vendor).toContain(' cdn.brevo.com:*');
    expect(vendor).not.toContain('google');
  });

  it('prints nothing where everything is granted, and says so', async () => {
    const { lines, reports, exitCode } = await run(file, ['analytics', 'marketing']);
    expect(lines).toEqual([]);
    expect(reports).toEqual(['Nothing is withheld: there is no header to send.']);
    expect(exitCode).toBeUndefined();
  });

  it('prints one JSON object when asked to', async () => {
    const { lines } = await run(file, [], true);
    expect(lines).toHaveLength(1);
    expect(Object.keys(JSON.parse(lines[0] as string))).toEqual([
      'content-security-policy',
      'x-dns-prefetch-control',
    ]);
    expect(JSON.parse((await run(file, ['analytics', 'marketing'], true)).lines[0] as string)).toEqual({});
  });

  it('reports a vendor that can never be let through', async () => {
    const described = {
      adapter: false,
      purposes: ['analytics'],
      name: 'M',
      provider: 'M',
      information: 'm',
      usedFor: 'm',
    };
    const other = await folder.write('other.json', aConfig({ vendors: { map: described } }));
    const { reports, exitCode } = await run(other);
    expect(reports).toEqual([
      'vendors.map: no hosts are named, so nothing of it gets through while anything is withheld.',
    ]);
    expect(exitCode).toBeUndefined();
  });

  it('ends with 2 for what cannot be granted, with 1 for a wrong config, and with 2 where there is none', async () => {
    const unknown = await run(file, ['analytics', 'sight']);
    expect(unknown).toMatchObject({ exitCode: 2, lines: [] });
    expect(unknown.message).toBe(
      '--granted: there is no "sight" to grant; there are analytics, marketing, google-analytics, brevo.',
    );
    expect((await run(file, ['site'])).exitCode).toBe(2);
    expect((await run(await folder.write('wrong.json', aConfig({ site: 'My Shop' })))).exitCode).toBe(1);
    expect((await run(folder.path('nothing.json'))).exitCode).toBe(2);
  });
});
