import { expect, test } from '@playwright/test';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumArgs, find } from '../support/browsers.mjs';
import { type DriftSite, startDriftSite } from '../support/drift-site.js';

let browser: Browser;
let site: DriftSite | undefined;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: find('chromium') as string,
    // A shop has to have a name of its own: a page of this machine is a developer's.
    args: [
      ...chromiumArgs,
      '--host-resolver-rules=MAP *.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
});
test.afterAll(() => browser.close());
test.afterEach(async () => {
  await site?.close();
  site = undefined;
});

/** Opens the shop's page as a visitor with a cookie of the shop, and answers what its console says. */
async function visit(shop: DriftSite, host = 'shop.example'): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext();
  await context.addCookies([{ name: 'visitor', value: 'anna', url: shop.at(host) }]);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(shop.at(host, '/page'));
  return { page, said };
}
const read = async (shop: DriftSite, token?: string) =>
  fetch(shop.at('127.0.0.1', '/consentry/drift'), {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });

test('a host that no setting names is told of once, with a vendor that is contacted while it is withheld and what the policy has stopped; nothing else, and nothing about the visitor', async () => {
  const shop = await startDriftSite({ report: 'server', sample: 1 });
  site = shop;
  expect((await (await read(shop, shop.token)).json()).hosts).toEqual([]);
  const { said } = await visit(shop);
  await expect.poll(() => shop.reports.length).toBe(1);
  const [report] = shop.reports;
  expect(report?.cookie).toBeUndefined();
  const { site: id, ...met } = JSON.parse(report?.body ?? '');
  expect(id).toBe('tea');
  expect(met).toEqual({
    unlisted: ['cdn.example', 'eu.cdn.example'],
    stopped: ['frames.example'],
    withheld: ['counter.example'],
  });

  expect((await read(shop)).status).toBe(401);
  expect((await read(shop, 'the-token-of-a-stranger')).status).toBe(401);
  const { hosts } = await (await read(shop, shop.token)).json();
  expect(hosts.map(({ host, kind, count }: Record<string, unknown>) => [host, kind, count])).toEqual([
    ['counter.example', 'withheld', 1],
    ['cdn.example', 'unlisted', 1],
    ['eu.cdn.example', 'unlisted', 1],
    ['frames.example', 'stopped', 1],
  ]);
  // Whoever visits has no use for it; the policy's own complaint is about the frame.
  expect(said.filter((text) => !text.includes('frames.example'))).toEqual([]);

  // Whoever works on the site reads the same in the console.
  const developer = await visit(shop, '127.0.0.1');
  const ours = () => developer.said.filter((text) => text.startsWith('Consentry:'));
  await expect.poll(ours).toHaveLength(1);
  expect(ours()[0]).toContain('cdn.example was contacted, and belongs to nobody in the file');
  expect(ours()[0]).toContain('npx consentry drift cdn.example');
  expect(ours()[0]).not.toContain('fonts.example');
});

test('a page view outside of the sample fetches nothing for it and sends nothing', async () => {
  const shop = await startDriftSite({ report: 'server', sample: 1e-12 });
  site = shop;
  const { page } = await visit(shop);
  await expect.poll(() => shop.files).toContain('consentry-banner');
  await expect.poll(() => shop.files).toContain('consentry-release');
  // Until well after a page view of the sample would have told.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 2500))));
  expect(shop.files).not.toContain('consentry-drift');
  expect(shop.reports).toEqual([]);
});
