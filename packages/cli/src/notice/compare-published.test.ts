import { beforeAll, describe, expect, it } from 'vitest';
import { omakaseNotice } from '../../../../test/support/notices.js';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { compareLines, comparePublished } from './compare-published.js';
import { readHtml } from './html-lines.js';
import { type NoticeFile, noticeFiles } from './notice-files.js';

let catalogue: Catalogue;
let page: NoticeFile;
beforeAll(async () => {
  catalogue = await loadCatalogue();
  page = noticeFiles(omakaseNotice(), catalogue, { only: 'external', language: 'en' })[0] as NoticeFile;
});

describe('a published page', () => {
  it('that tells the same is the same, also within the template of a site', () => {
    expect(comparePublished(page, page.content)).toBeUndefined();
    const main = /<main[\s\S]*<\/main>/.exec(page.content)?.[0];
    const template = `<html><head><title>Ours</title><meta content="${page.hash}" name='consentry-notice'></head>
      <body><nav>Home</nav><div>${main}</div><main>Another</main><script>var a = "<p>b</p>";</script></body>`;
    expect(comparePublished(page, template)).toBeUndefined();
  });

  it('that was edited by hand is noticed by its lines, though its hash is right', () => {
    const edited = page.content.replace('Google Inc.', 'Google LLC').replace('<h2', '<p>Trust us.</p><h2');
    expect(comparePublished(page, edited)).toEqual({
      name: 'external.en.html',
      kind: 'edited',
      published: ['Trust us.', 'Google LLC (United States)'],
      expected: ['Google Inc. (United States)'],
    });
  });

  it('whose link leads elsewhere is noticed', () => {
    const edited = page.content.replace('https://policies.google.com/privacy', 'https://evil.example/');
    const drift = comparePublished(page, edited);
    expect(drift?.published).toEqual([expect.stringContaining('<https://evil.example/>')]);
    expect(drift?.expected).toEqual([expect.stringContaining('<https://policies.google.com/privacy>')]);
  });

  it('of another config is outdated; one without hash is foreign; one that is not there is missing', () => {
    const { config, document } = omakaseNotice();
    const vendors = { ...config.vendors, 'mailbluster-mail': { enabled: false } };
    const older = noticeFiles({ document, config: { ...config, vendors } }, catalogue, {
      only: 'external',
      language: 'en',
    })[0] as NoticeFile;
    const drift = comparePublished(page, older.content);
    expect(drift?.kind).toBe('outdated');
    expect(drift?.expected).toEqual(expect.arrayContaining(['Mailbluster', 'ThemeWagon, Inc']));
    expect(drift?.published).toEqual([]);
    const bare = page.content.replace(/<meta name="consentry-notice"[^>]*>/, '');
    expect(comparePublished(page, bare)).toEqual({
      ...{ name: 'external.en.html', kind: 'foreign', published: [], expected: [] },
    });
    expect(comparePublished(page, undefined)?.kind).toBe('missing');
  });

  it.each(['md', 'json'] as const)('is compared as %s too', (format) => {
    const options = { only: 'external', language: 'en', format } as const;
    const file = noticeFiles(omakaseNotice(), catalogue, options)[0] as NoticeFile;
    expect(comparePublished(file, file.content)).toBeUndefined();
    const drift = comparePublished(file, file.content.replace('Google Inc', 'Googol'));
    expect(drift?.kind).toBe('edited');
    expect(drift?.published[0]).toContain('Googol');
    expect(
      comparePublished(file, file.content.replace(/sha256-.{43}/, `sha256-${'A'.repeat(43)}`))?.kind,
    ).toBe('outdated');
  });

  it.each([
    '',
    '<',
    '<main data-consentry-notice="external.en">',
    '<!-- <p>',
    '<a href="',
    '&#xFFFFFFF;',
    '\u0000',
  ])('may be anything: %j', (content) => {
    expect(comparePublished(page, content)?.kind).toBe('foreign');
  });

  it('of a hostile length is read in passable time', () => {
    const start = Date.now();
    comparePublished(page, '<p>x</p>'.repeat(100_000));
    comparePublished(page, '<a '.repeat(200_000));
    expect(Date.now() - start).toBeLessThan(5000);
  });
});

describe('reading a page', () => {
  it('sees what a reader sees, and no comments, scripts or styles', () => {
    const { lines, marked } = readHtml(
      '<body><p>One&nbsp;&amp;<b>two</b> <!-- <p>three</p> --><style>p{}</style>four<br>five</p><a title=">" href=/x>six</a>',
      'privacy.en',
    );
    expect(lines).toEqual(['One &two four', 'five', '</x> six']);
    expect(marked).toBe(false);
  });
});

describe('comparing lines', () => {
  it('finds what was taken out and put in, in order', () => {
    expect(compareLines(['a', 'b', 'c', 'd'], ['a', 'c', 'x', 'd'])).toEqual({
      removed: ['b'],
      added: ['x'],
    });
    expect(compareLines([], ['a'])).toEqual({ removed: [], added: ['a'] });
    expect(compareLines(['a', 'a'], ['a'])).toEqual({ removed: ['a'], added: [] });
  });
});
