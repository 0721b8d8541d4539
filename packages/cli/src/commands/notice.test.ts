import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { omakaseNotice } from '../../../../test/support/notices.js';
import { runCommand } from '../../../../test/support/run-command.js';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { check } from './check.js';
import { type NoticeOptions, notice } from './notice.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let file: string;
beforeAll(async () => {
  folder = await createSiteFolder();
  const { config, document } = omakaseNotice();
  await folder.write('notice.json', document);
  file = await folder.write('consentry.json', config);
  await notice(file, { out: folder.path('out') }, () => {});
});
afterAll(() => folder.clear());

const run = (options: NoticeOptions, config = file) => runCommand((print) => notice(config, options, print));

describe('consentry notice', () => {
  it('writes every page in every language, and one style sheet', async () => {
    expect((await readdir(folder.path('out'))).sort()).toEqual([
      'cookies.en.html',
      'cookies.ja.html',
      'external.en.html',
      'external.ja.html',
      'notice.css',
      'privacy.en.html',
      'privacy.ja.html',
    ]);
    const page = await readFile(folder.path('out/privacy.ja.html'), 'utf8');
    expect(page).toContain('<html lang="ja">');
    expect(page).toMatch(/<meta name="consentry-notice" content="sha256-[\w-]{43}">/);
  });

  it('writes one page in another form, and says its hash as JSON', async () => {
    const { lines } = await run({
      ...{ out: folder.path('one'), format: 'json', language: 'en', only: 'external', json: true },
    });
    const { files } = JSON.parse(lines.join());
    const page = JSON.parse(await readFile(folder.path('one/external.en.json'), 'utf8'));
    expect(files).toEqual([{ name: 'external.en.json', hash: page.hash }]);
    expect(page.sections[0].blocks[0].rows).toHaveLength(1);
  });

  it('finds a published folder to be as the config says, until somebody edits a page or takes one away', async () => {
    const out = folder.path('published');
    await notice(file, { out }, () => {});
    expect(await run({ check: out })).toMatchObject({
      exitCode: undefined,
      lines: [`${out} tells what the config says.`],
    });
    const name = 'published/external.en.html';
    const page = await readFile(folder.path(name), 'utf8');
    await folder.write(name, page.replace('Google Inc.', 'Google LLC'));
    const edited = await run({ check: out });
    expect(edited.exitCode).toBe(1);
    expect(edited.message).toBe(`${out}: 1 page does not tell what the config says.`);
    expect(edited.lines).toEqual([
      'external.en.html was changed after it was made.',
      '  published  Google LLC (United States)',
      '  config     Google Inc. (United States)',
    ]);
    const alone = await run({ check: folder.path(name), json: true });
    expect(JSON.parse(alone.lines.join())).toMatchObject({
      same: false,
      drifts: [{ name: 'external.en.html', kind: 'edited', published: ['Google LLC (United States)'] }],
    });
    const gone = await run({ check: folder.path('out/nothing') });
    expect(gone.exitCode).toBe(2);
    const others = await run({ check: folder.path('one') });
    expect(others.lines).toContain('privacy.ja.html is not published.');
  });

  it('finds out which page an address has, and compares that', async () => {
    const page = await readFile(folder.path('out/privacy.en.html'), 'utf8');
    const serving = (body: string, status = 200) =>
      (async () => new Response(body, { status })) as unknown as typeof fetch;
    const check = 'https://omakase.example/policy';
    expect((await run({ check, fetch: serving(page) })).exitCode).toBeUndefined();
    const drifted = await run({ check, fetch: serving(page.replace('1,000', '500')) });
    expect(drifted.exitCode).toBe(1);
    expect(drifted.lines[1]).toContain('500');
    expect((await run({ check, fetch: serving('', 500) })).message).toBe(`${check}: answered 500.`);
    expect((await run({ check, fetch: serving('<p>Ours</p>') })).message).toContain('which page is it?');
    const all = await run({ check: `${check}/`, fetch: serving('', 404) });
    expect(all.lines).toHaveLength(6);
    expect(all.exitCode).toBe(1);
  });

  it.each([
    [{}, 'Write where?'],
    [{ out: 'x', check: 'y' }, 'Write where?'],
    [{ out: 'x', format: 'pdf' }, '--format: is "pdf"; expected one of html, md, json.'],
    [{ out: 'x', only: 'cookie' }, '--only: is "cookie"; expected one of privacy, external, cookies.'],
    [{ out: 'x', language: 'fr' }, '--language: is "fr"; expected one of ja, en.'],
  ])('called with %j, ends with 2 and says what it expects', async (options, said) => {
    const { message, exitCode } = await run(options);
    expect(message).toContain(said);
    expect(exitCode).toBe(2);
  });

  it('makes the example of the documentation, of which no warning is open', async () => {
    const example = fileURLToPath(new URL('../../../../examples/notice/consentry.json', import.meta.url));
    await check(example, () => {}, { strict: true });
    const { lines } = await run({ out: folder.path('example') }, example);
    expect(lines).toHaveLength(7);
  });

  it('needs a document for a privacy notice, and a language it speaks', async () => {
    const { notice: _, ...config } = omakaseNotice().config;
    const without = await folder.write('without.json', config);
    expect((await run({ out: folder.path('w'), only: 'privacy' }, without)).message).toContain(
      'needs "notice"',
    );
    const german = await folder.write('german.json', {
      ...{ site: 'a', languages: ['de'], purposes: { a: { label: 'A' } }, vendors: {} },
    });
    expect((await run({ out: folder.path('w') }, german)).message).toContain('pages are made in en and ja');
  });
});
