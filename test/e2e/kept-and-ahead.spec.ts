import { test as base, expect } from '@playwright/test';
import { GatePage } from '../support/gate-page.js';
import { startRegimeSite } from '../support/regime-site.js';
import { SITE_PORT } from '../support/visitor.js';
import { startWholeChromium, type WholeVisitor } from '../support/whole-chromium.js';

/** A visitor whose browser keeps pages and renders pages ahead, and a site of the test's own. */
const test = base.extend<
  { visitor: WholeVisitor; site: GatePage<WholeVisitor> },
  { chromium: Awaited<ReturnType<typeof startWholeChromium>> }
>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern
    async ({}, use) => {
      const browser = await startWholeChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  visitor: async ({ chromium }, use) => {
    const { visitor, leave } = await chromium.welcome();
    await use(visitor);
    await leave();
  },
  site: async ({ visitor }, use, { testId, retry }) => {
    const host = `www.t${testId.replace(/\W/g, '').slice(-12)}${retry}w.localhost:${SITE_PORT}`;
    await use(new GatePage(visitor, { origin: `http://${host}`, host }));
  },
});

const OURS = '<script src="/guarded/consentry.js"></script>';
/** A marked script, and a vendor's own that nobody has marked. */
const TAGS = `<script type="text/plain" data-consentry="analytics">(window.ran ||= []).push("marked")</script>
  <script>
    document.documentElement.append(Object.assign(document.createElement('script'), {
      src: 'http://127.0.0.1:4411/script.js?name=unmarked',
    }));
  </script>`;
const BOTH = ['marked', 'unmarked'];
const WATCH = `<script>
  new MutationObserver(() => {
    window.wasAsked ||= document.querySelector('consentry-banner') !== null;
  }).observe(document, { childList: true, subtree: true });
</script>`;
const html = (title: string, head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${WATCH}${head}</head><body><main></main>${body}</body></html>`;
const PAGE = html('Page', OURS, TAGS);
/** Another page of the site, with the manager and nothing of a vendor. */
const NEXT = html('Next', OURS, '');
/** One that has nothing of ours either. */
const BARE = html('Bare', '', '');

interface Page {
  consentry: { status(id: string): string; deny(): Promise<void> };
  wasAsked?: boolean;
}
const status = () => (window as never as Page).consentry.status('analytics');
const isAsking = () => document.querySelector('consentry-banner') !== null;
const wasAsked = () => (window as never as Page).wasAsked === true;
const cookie = () => document.cookie;
const setCookie = (text: string) => void (document.cookie = `${text}; path=/`);
const wasAhead = () =>
  (performance.getEntriesByType('navigation')[0] as never as { activationStart: number }).activationStart > 0;
const ranSorted = (page: GatePage<WholeVisitor>) => async () => (await page.ran()).sort();
const expectAsked = (page: GatePage<WholeVisitor>) =>
  expect.poll(() => page.visitor.run(isAsking)).toBe(true);

test.describe('a page that the browser keeps for going back', () => {
  test('goes on asking and withholding, releases after a yes, and ends it', async ({ site: page }) => {
    await page.openHtml(PAGE);
    await expectAsked(page);
    await page.openHtml(NEXT);
    await expectAsked(page);
    expect(await page.visitor.goBack()).toBe(true);
    await page.settle();
    expect(await page.visitor.run(isAsking)).toBe(true);
    expect(await page.ran()).toEqual([]);
    expect(await page.requested()).toEqual([]);
    await page.grant();
    await expect.poll(ranSorted(page)).toEqual(BOTH);
    await page.deny();
    await expect.poll(page.ran).toEqual([]);
  });

  test('runs nothing again that has run', async ({ site: page }) => {
    await page.openHtml(PAGE);
    await page.grant();
    await expect.poll(ranSorted(page)).toEqual(BOTH);
    await page.openHtml(NEXT);
    expect(await page.visitor.goBack()).toBe(true);
    await page.settle();
    expect((await page.ran()).sort()).toEqual(BOTH);
    expect(await page.requested()).toEqual(['unmarked']);
  });

  test('is not shown as it was when the visitor has taken a yes back on the next one', async ({
    site: page,
  }) => {
    await page.openHtml(PAGE);
    await page.grant();
    await expect.poll(ranSorted(page)).toEqual(BOTH);
    await page.openHtml(NEXT);
    await page.deny();
    await page.visitor.goBack();
    await expect.poll(page.ran).toEqual([]);
    await page.settle();
    expect(await page.visitor.run(status)).toBe('withdrawn');
    expect(await page.requested()).toEqual(['unmarked']);
  });

  test('finds out what was decided where it could not hear of it, a yes and then its withdrawal', async ({
    site: page,
  }) => {
    // The answers as this visitor's browser stores them.
    await page.openHtml(NEXT);
    await page.grant();
    const yes = await page.visitor.run(cookie);
    await page.deny();
    const takenBack = await page.visitor.run(cookie);
    await page.openHtml(BARE);
    await page.visitor.run(setCookie, 'consentry=; max-age=0');

    await page.openHtml(PAGE);
    await expectAsked(page);
    await page.openHtml(BARE);
    await page.visitor.run(setCookie, yes);
    expect(await page.visitor.goBack()).toBe(true);
    await expect.poll(ranSorted(page)).toEqual(BOTH);
    await expect.poll(() => page.visitor.run(isAsking)).toBe(false);
    await page.openHtml(BARE);
    await page.visitor.run(setCookie, takenBack);
    await page.visitor.goBack();
    await expect.poll(page.ran).toEqual([]);
    await page.settle();
    expect(await page.visitor.run(status)).toBe('withdrawn');
    expect(await page.requested()).toEqual(['unmarked']);
  });
});

test.describe('a page that the browser renders ahead of its visit', () => {
  test('asks, releases and stores nothing until the visitor is there', async ({ site: page }) => {
    await page.openHtml(BARE);
    await page.visitor.renderAhead(page.urlOf(PAGE));
    await page.settle();
    expect(await page.requested()).toEqual([]);
    await page.openHtml(PAGE);
    expect(await page.visitor.run(wasAhead)).toBe(true);
    await expectAsked(page);
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(await page.requested()).toEqual([]);
    await page.grant();
    await expect.poll(ranSorted(page)).toEqual(BOTH);
    await page.deny();
    await expect.poll(page.ran).toEqual([]);
  });

  test('does not ask again for what was answered on the page before: a yes is followed', async ({
    site: page,
  }) => {
    await page.openHtml(NEXT);
    await expectAsked(page);
    await page.visitor.renderAhead(page.urlOf(PAGE));
    await page.settle();
    expect(await page.requested()).toEqual([]);
    await page.grant();
    await page.openHtml(PAGE);
    expect(await page.visitor.run(wasAhead)).toBe(true);
    await expect.poll(ranSorted(page)).toEqual(BOTH);
    expect(await page.visitor.run(wasAsked)).toBe(false);
    await page.deny();
    await expect.poll(page.ran).toEqual([]);
  });

  test('does not ask again for what was answered on the page before: a no is followed', async ({
    site: page,
  }) => {
    await page.openHtml(NEXT);
    await expectAsked(page);
    await page.visitor.renderAhead(page.urlOf(PAGE));
    await page.deny();
    await page.openHtml(PAGE);
    expect(await page.visitor.run(wasAhead)).toBe(true);
    await page.settle();
    expect(await page.visitor.run(status)).toBe('denied');
    expect(await page.visitor.run(wasAsked)).toBe(false);
    expect(await page.ran()).toEqual([]);
    expect(await page.requested()).toEqual([]);
  });

  test('releases nothing more, and ends what runs there, when a yes was taken back meanwhile', async ({
    site: page,
  }) => {
    await page.openHtml(NEXT);
    await page.grant();
    await page.openHtml(NEXT.replace('Next', 'Another'));
    await page.visitor.renderAhead(page.urlOf(PAGE));
    // The vendor's own script is allowed, and is loaded ahead as it would be without us.
    await page.expectRequested(['unmarked']);
    await page.deny();
    await page.openHtml(PAGE);
    await expect.poll(page.ran).toEqual([]);
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(await page.visitor.run(status)).toBe('withdrawn');
    expect(await page.requested()).toEqual(['unmarked']);
  });

  test('has no banner in its HTML left over once the page before has taken the answer', async ({
    visitor,
  }) => {
    const shop = await startRegimeSite({ regime: {} });
    try {
      const shopStatus = () => visitor.run(() => (window as never as Page).consentry.status('acme'));
      await visitor.goto(shop.url({}));
      await expect.poll(() => visitor.run(isAsking)).toBe(true);
      await visitor.renderAhead(shop.url({ inline: 'yes' }));
      await visitor.run(() => (window as never as Page).consentry.deny());
      await visitor.goto(shop.url({ inline: 'yes' }));
      expect(await visitor.run(wasAhead)).toBe(true);
      await expect.poll(shopStatus).toBe('denied');
      await expect.poll(() => visitor.run(isAsking)).toBe(false);
      expect(await visitor.run(() => (window as { ran?: string[] }).ran)).toBeUndefined();
    } finally {
      shop.close();
    }
  });
});
