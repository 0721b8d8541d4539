import { mkdir, readdir, readFile } from 'node:fs/promises';
import { openSqliteStore } from '@consentry/receipts-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { aConfig, createSiteFolder } from '../../../../test/support/site-folder.js';
import { CommandError } from '../command-error.js';
import { build } from './build.js';
import { shown } from './shown.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
/** What one build shows, by face. */
const files: Record<string, { hash: string; file: string }> = {};
beforeAll(async () => {
  folder = await createSiteFolder();
  const out = folder.path('out');
  await build(await folder.write('consentry.json', aConfig()), out, () => {});
  for (const name of await readdir(`${out}/shown`)) {
    const file = `${out}/shown/${name}`;
    files[JSON.parse(await readFile(file, 'utf8')).face] = { hash: name.replace('.json', ''), file };
  }
}, 60_000);
afterAll(() => folder.clear());

let pages = 0;
async function run(of: string, more: object = {}): Promise<string> {
  const out = folder.path(`page-${++pages}.html`);
  await shown({ of, out, data: folder.path('data'), ...more }, () => {});
  return readFile(out, 'utf8');
}
const refusal = (of: string, more: object = {}) =>
  run(of, more).then(
    () => new CommandError('nothing was refused', 2),
    (error) => error as CommandError,
  );
const of = (face: string) => files[face] as { hash: string; file: string };

describe('consentry shown', () => {
  it.each(['banner', 'preferences', 'embeds'])('draws %s out of its file', async (face) => {
    const page = await run(of(face).file);
    expect(page).toContain(of(face).hash);
    expect(page).toContain('Measuring visits');
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3)[^"]*"?\s*(src|href)/);
  });

  it('finds in the store what a record names, with the regime that was in force', async () => {
    await mkdir(folder.path('data'), { recursive: true });
    const store = await openSqliteStore(folder.path('data/receipts.db'));
    await store.putShown({ hash: of('banner').hash, text: await readFile(of('banner').file, 'utf8') });
    await store.putShown({
      hash: `sha256-${'A'.repeat(43)}`,
      text: await readFile(of('banner').file, 'utf8'),
    });
    await store.close();
    const notice = { version: 1, language: 'en', hash: of('banner').hash };
    const record = await folder.write('record.json', aRecord(1, { notice, regime: 'notice' }));
    const page = await run(record);
    expect(page).toContain(of('banner').hash);
    expect(page).toContain('<dd>notice</dd>');
    expect(await run(of('banner').hash)).toContain('<dd>opt-in</dd>');
  });

  it('believes nothing that is kept under the wrong hash', async () => {
    expect((await refusal(`sha256-${'A'.repeat(43)}`)).message).toContain('has another hash');
  });

  it('says what it cannot draw', async () => {
    const { message, exitCode } = await refusal(`sha256-${'B'.repeat(43)}`);
    expect([message, exitCode]).toEqual([`sha256-${'B'.repeat(43)}: the store does not have it.`, 1]);
    const page = await folder.write('page-record.json', aRecord(2, { notice: { version: 1 } }));
    expect((await refusal(page)).message).toContain('nothing of ours was shown');
    expect((await refusal(await folder.write('other.json', { a: 1 }))).exitCode).toBe(2);
    expect((await refusal(of('banner').file, { regime: 'law' })).message).toContain('--regime: is "law"');
  });

  it('lets no text out of the script it stands in', async () => {
    const texts = { en: { banner: { title: '</script><script>alert(1)</script>' } } };
    const out = folder.path('hostile');
    await build(await folder.write('hostile.json', aConfig({ texts })), out, () => {});
    for (const name of await readdir(`${out}/shown`)) {
      const page = await run(`${out}/shown/${name}`);
      expect(page.match(/<\/script>/g)).toHaveLength(1);
    }
  }, 60_000);
});
