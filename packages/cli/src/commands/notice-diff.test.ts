import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { omakaseNotice } from '../../../../test/support/notices.js';
import { runCommand } from '../../../../test/support/run-command.js';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { check } from './check.js';
import { notice } from './notice.js';
import { noticeDiff, noticeRecord } from './notice-diff.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let file: string;
const material = { announced: 'posting', reconsent: 'material' };

/** Writes the config with a provider and a version; the document beside it stays as it is. */
async function write(provider: string, version: number, name = 'consentry.json'): Promise<string> {
  const { config } = omakaseNotice();
  const analytics = { ...config.vendors['google-analytics'], provider };
  return folder.write(name, {
    ...config,
    notice: { ...config.notice, version },
    vendors: { ...config.vendors, 'google-analytics': analytics },
  });
}

beforeAll(async () => {
  folder = await createSiteFolder();
  await folder.write('notice.json', omakaseNotice({ changes: material }).document);
  file = await write('Google Inc.', 1);
});
afterAll(() => folder.clear());

describe('consentry notice diff', () => {
  it('says what is told otherwise, and asks for a higher version until it is raised', async () => {
    const newer = await write('Google LLC', 1, 'newer.json');
    const { lines, message, exitCode } = await runCommand((print) => noticeDiff([file, newer], {}, print));
    expect(lines).toEqual([
      'material  changed tools.google-analytics.provider: "Google Inc." -> "Google LLC"',
      'Visitors are to be asked again (changes.reconsent: material).',
    ]);
    expect(message).toContain('raise notice.version to 2');
    expect(exitCode).toBe(1);
    const raised = await write('Google LLC', 2, 'raised.json');
    expect((await runCommand((print) => noticeDiff([file, raised], {}, print))).exitCode).toBeUndefined();
    expect((await runCommand((print) => noticeDiff([file, file], {}, print))).lines).toEqual([
      'Both tell the same.',
    ]);
  });

  it('says it as JSON, and as a section of a page in which nothing runs', async () => {
    const newer = await write('<b>Google</b>', 2, 'newer.json');
    const json = await runCommand((print) => noticeDiff([file, newer], { json: true }, print));
    expect(JSON.parse(json.lines.join())).toMatchObject({ asksAgain: true, raiseVersion: false });
    const html = await runCommand((print) => noticeDiff([file, newer], { format: 'html' }, print));
    expect(html.lines.join()).toContain('<h2 id="changed">変更点</h2>');
    expect(html.lines.join()).toContain('変更：Google Inc. → &lt;b&gt;Google&lt;/b&gt;');
    const { exitCode } = await runCommand((print) => noticeDiff([file], {}, print));
    expect(exitCode).toBe(2);
  });
});

describe('consentry notice record', () => {
  it('keeps what is told, so that check warns of a version that was not raised', async () => {
    const config = await write('Google Inc.', 1);
    const warnings = async () =>
      (await runCommand((print) => check(config, print))).lines.filter((line) => line.includes('[version]'));
    expect(await warnings()).toEqual([]);
    const { lines } = await runCommand((print) => noticeRecord(config, print));
    expect(lines).toEqual([folder.path('notice.published.json')]);
    expect(await warnings()).toEqual([]);
    await write('Google LLC', 1);
    expect(await warnings()).toEqual([
      'Warning: notice.version: not raised, and visitors are to be asked again since notice.published.json (tools.google-analytics.provider). [version]',
    ]);
    await write('Google LLC', 2);
    expect(await warnings()).toEqual([]);
  });

  it('is what the pages tell changes since', async () => {
    const config = await write('Google LLC', 2);
    const record = folder.path('notice.published.json');
    const page = async (since?: string) => {
      await notice(config, { out: folder.path('out'), since }, () => {});
      return readFile(folder.path('out/privacy.en.html'), 'utf8');
    };
    expect(await page()).not.toContain('What has changed');
    expect(await page(record)).toContain('Google Analytics: changed: Google Inc. → Google LLC');
  });

  it('is not believed when it is something else', async () => {
    const broken = await folder.write('broken.json', { consentryNotice: 1, version: 'x' });
    expect((await runCommand((print) => noticeDiff([broken, file], {}, print))).exitCode).toBe(1);
  });
});
