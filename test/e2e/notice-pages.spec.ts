import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumArgs, find } from '../support/browsers.mjs';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
let browser: Browser;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consentry-notice-'));
  const args = [at('packages/cli/dist/consentry.js'), 'notice', at('examples/notice/consentry.json')];
  await promisify(execFile)(process.execPath, [...args, '-o', folder]);
  browser = await chromium.launch({ executablePath: find('chromium') as string, args: chromiumArgs });
});
test.afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Findings of axe in the whole page, by WCAG 2.2 A and AA and best practice. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const here = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await here.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

test('axe finds nothing in any page of a notice, on a phone, in the dark and on paper', async () => {
  const pages = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThanOrEqual(6);
  const page = await browser.newPage();
  for (const name of pages)
    for (const [media, colorScheme, width] of [
      ['screen', 'light', 1280],
      ['screen', 'dark', 320],
      ['print', 'light', 794],
    ] as const) {
      await page.emulateMedia({ media, colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(join(folder, name)).href);
      expect(await findings(page), `${name}, ${media}, ${colorScheme}`).toEqual([]);
    }
  // The negative half: the same look finds what is wrong.
  await page.evaluate(() => {
    document.documentElement.removeAttribute('lang');
    document.querySelector('main')?.append(document.createElement('img'));
  });
  expect((await findings(page)).map((finding) => finding.split(':')[0])).toEqual(
    expect.arrayContaining(['html-has-lang', 'image-alt']),
  );
});

test('paper has the whole notice: nothing but the list of contents is left out, and nothing is cut off', async () => {
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.html'))) {
    await page.goto(pathToFileURL(join(folder, name)).href);
    const { wide, hidden } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      hidden: [...document.querySelectorAll('main :is(h1,h2,h3,h4,p,li,td,th,dt,dd)')].filter(
        (element) =>
          element.textContent?.trim() &&
          !element.closest('.contents') &&
          element.getClientRects().length === 0,
      ).length,
    }));
    expect([name, wide, hidden]).toEqual([name, 0, 0]);
  }
});
