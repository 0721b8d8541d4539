import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkConfig } from '@consentry/config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { takeDefaults } from '../ask.js';
import { type Ask, type InitOptions, init } from './init.js';

const PAGE = `<!doctype html><html lang="ja"><head><title>Shop</title>
<link rel="canonical" href="https://canonical.example/">
<link rel="stylesheet" href="https://fonts.example/css">
<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCD1234"></script>
<script>window.dataLayer = []; function gtag(){dataLayer.push(arguments)} gtag('config', 'G-ABCD1234');</script>
<script>!function(f){var t=document.createElement('script');t.src='https://connect.facebook.net/en_US/fbevents.js'}();
fbq('init', '1234567890');</script>
</head><body><a href="https://friends.example/">Friends</a>
<template><iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe></template>
<script src="https://code.crazyegg.example/own.js"></script>
<script src="https://script.crazyegg.com/pages/scripts/0012/3456.js"></script></body></html>`;

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let catalogue: Catalogue;
let written = 0;
beforeAll(async () => {
  folder = await createSiteFolder();
  catalogue = await loadCatalogue();
});
afterAll(() => folder.clear());

/** Runs the command; what it has written, and printed. */
async function run(options: Partial<InitOptions>, ask: Ask = takeDefaults) {
  const lines: string[] = [];
  const out = options.out ?? folder.path(`config-${++written}.json`);
  await init({ from: undefined, force: false, json: false, ...options, out }, ask, (line) =>
    lines.push(line),
  );
  const config = JSON.parse(await readFile(out, 'utf8'));
  expect(checkConfig(config, catalogue).problems).toBeUndefined();
  return { config, text: lines.join('\n') };
}

describe('consentry init', () => {
  it('makes of a page a config that is right, with the vendors whose tags are in it', async () => {
    const { config, text } = await run({ from: await folder.write('shop.html', PAGE) });
    expect(config).toMatchObject({ site: 'shop', languages: ['ja'] });
    expect(Object.keys(config.vendors)).toEqual(['crazy-egg', 'google-analytics', 'meta-pixel', 'youtube']);
    expect(config.vendors['google-analytics'].options).toEqual({ measurementId: 'G-ABCD1234' });
    expect(config.vendors['meta-pixel'].options).toEqual({ pixelId: '1234567890' });
    expect(config.purposes.analytics.label).toEqual({ ja: '閲覧状況の測定' });
    expect(text).toContain('google-analytics: take its tag out of the pages.');
  });

  it('leaves in the page what nobody knows how to load, and has it withheld there', async () => {
    const { config, text } = await run({ from: await folder.write('shop.html', PAGE) });
    expect(config.vendors['crazy-egg']).toMatchObject({ adapter: false, hosts: ['crazyegg.com'] });
    expect(text).toContain('crazy-egg: its tag stays in the pages, and waits there.');
  });

  it('names hosts that are asked for something and that nobody knows, and no links', async () => {
    const { text } = await run({ from: await folder.write('shop.html', PAGE) });
    expect(text).toContain('code.crazyegg.example: pages ask it for something');
    expect(text).toContain('fonts.example: pages ask');
    expect(text).not.toContain('friends.example');
    expect(text).not.toContain('canonical.example');
  });

  it('reads all pages of a folder', async () => {
    await folder.write('pages/index.html', PAGE.replace('lang="ja"', 'lang="en"'));
    await folder.write(
      'pages/ja/index.html',
      '<html lang="ja"><iframe src="https://player.vimeo.com/video/1">',
    );
    const { config } = await run({ from: folder.path('pages') });
    expect(config.languages).toEqual(['en', 'ja']);
    expect(Object.keys(config.vendors)).toContain('vimeo');
  });

  it('reads a page of a running site, whose own hosts are nobody else', async () => {
    const server = createServer((_, response) => response.end(`${PAGE}<img src="/logo.png">`)).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { config, text } = await run({ from: `http://127.0.0.1:${port}/` });
    server.close();
    expect(Object.keys(config.vendors)).toContain('youtube');
    expect(text).not.toContain('127.0.0.1: pages ask');
    await expect(run({ from: `http://127.0.0.1:${port}/` })).rejects.toThrow('cannot be read (ECONNREFUSED)');
  });

  it('asks where there is nothing to read, with what adapters have to be told', async () => {
    const questions: string[] = [];
    const answers = ['bakery', 'en, de', 'google-analytics, vimeo', 'G-12345', 'no'];
    const { config, text } = await run({}, async (question) => {
      questions.push(question);
      return answers.shift() ?? '';
    });
    expect(questions).toHaveLength(5);
    expect(questions[3]).toContain('google-analytics, measurementId: Measurement id of the web stream');
    expect(config).toMatchObject({ site: 'bakery', languages: ['en', 'de'] });
    expect(config.receipts).toBeUndefined();
    expect(text).toContain('purposes.analytics.label.de: is in English still.');
    expect(text).toContain('vendors.google-analytics.information.de: is in English still.');
  });

  it.each([
    [{ vendors: 'google-analitics' }, 'Did you mean "google-analytics"?'],
    [{ site: 'My Shop' }, 'expected lower-case letters, digits and dashes'],
    [{ languages: 'english!' }, 'is no language'],
    [{ from: 'nowhere' }, 'there is no such file or folder'],
  ])('says what is wrong with %o', async (options, message) => {
    await expect(run(options)).rejects.toThrow(message);
  });

  it('never writes over a file unless it is told to', async () => {
    const out = await folder.write('there.json', '{}');
    await expect(run({ out })).rejects.toThrow('is there already');
    expect(await readFile(out, 'utf8')).toBe('{}');
    expect((await run({ out, force: true })).config.site).toBe('site');
  });

  it('says the same to a script', async () => {
    const lines: string[] = [];
    const out = folder.path('for-a-script.json');
    const from = await folder.write('shop.html', PAGE);
    await init({ from, out, force: false, json: true }, takeDefaults, (line) => lines.push(line));
    expect(JSON.parse(lines.join(''))).toMatchObject({
      file: out,
      removeFromPages: ['google-analytics', 'meta-pixel'],
      stayInPages: ['crazy-egg'],
      unknownHosts: ['code.crazyegg.example', 'fonts.example'],
    });
  });
});
