import { beforeAll, describe, expect, it } from 'vitest';
import { omakaseNotice } from '../../../../test/support/notices.js';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { readHtml } from './html-lines.js';
import { noticeFiles } from './notice-files.js';
import { isAddress } from './to-html.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</main><main data-consentry-notice="privacy.ja">',
  '<!-- &lt;b&gt; -->',
  '[x](javascript:alert(1))',
  '| a | b |\n| - | - |',
  '# heading\n\n- list',
  '`code` *bold* _it_ ~~no~~',
  '&amp;&#x3c;',
];

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue();
});

const hostileNotice = (text: string) =>
  omakaseNotice({
    title: text,
    introduction: text,
    controller: { name: text, url: 'https://a.example/"onclick="x' },
    audiences: { users: { label: text }, viewers: { label: text } },
    recipients: { kind: 'entries', items: [{ sort: text, purpose: text }] },
    sections: [{ id: 'more', heading: text, text: [text] }],
    history: [{ version: '1', on: '2026-01-01', kind: 'first', summary: text }],
  });

describe('a hostile text', () => {
  it.each(HOSTILE)('is read on the page as it stands, and is nothing but text: %s', (text) => {
    const [file] = noticeFiles(hostileNotice(text), catalogue, { language: 'ja' });
    const html = file?.content ?? '';
    const tags = [...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, tag]) => tag);
    const harmless = noticeFiles(hostileNotice('Text'), catalogue, { language: 'ja' })[0]?.content ?? '';
    // As many elements as with a harmless text, and the same ones.
    expect(tags).toEqual([...harmless.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, tag]) => tag));
    expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
    const { lines } = readHtml(html, 'privacy.ja');
    expect(lines).toContain(text.replace(/\s+/g, ' '));
  });

  it.each(HOSTILE)('is nothing but text in Markdown: %s', (text) => {
    const [file] = noticeFiles(hostileNotice(text), catalogue, { language: 'ja', format: 'md' });
    const [harmless] = noticeFiles(hostileNotice('Text'), catalogue, { language: 'ja', format: 'md' });
    const blocks = (markdown = '') =>
      markdown.split('\n').map((line) => /^(#+ |- | {2}- |\| |\*\*|<!--)?/.exec(line)?.[0]);
    expect(blocks(file?.content)).toEqual(blocks(harmless?.content));
    const unescaped = (file?.content ?? '').replace(/\\[\\`*_{}[\]#+!|~]/g, '');
    expect(unescaped).not.toMatch(/<(script|img|main|b)\b/i);
    expect(unescaped).not.toContain('](javascript:');
  });

  it('never becomes an address that runs something', () => {
    for (const address of ['https://a.example/x', '/privacy', 'mailto:a@b.example', '#a', 'external.ja.html'])
      expect(isAddress(address)).toBe(true);
    for (const address of [
      'javascript:alert(1)',
      ' javascript:x',
      'data:text/html,x',
      '//evil.example',
      'vbscript:x',
      'mailto:a b',
    ])
      expect(isAddress(address)).toBe(false);
  });

  it('puts neither style attributes nor scripts into a page', () => {
    for (const { content } of noticeFiles(omakaseNotice(), catalogue)) {
      expect(content).not.toMatch(/<[^>]*\sstyle\s*=/i);
      expect(content).not.toMatch(/<script|<style/i);
    }
  });
});
