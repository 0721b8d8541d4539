import { TrackerPage } from '../support/tracker-page.js';
import { expect, test } from '../support/visitor.js';
import config from './pages/trackers/consentry.json' with { type: 'json' };

interface Tracker {
  /** Its page in pages/trackers; the vendor's id is the part before the hyphen. */
  readonly page: string;
  /** Part of what it sends by itself for the page. */
  readonly pageView: string;
  /** Its code comes with the site's own script and runs at once; only what it does is withheld. */
  readonly bundled?: boolean;
}

const TRACKERS: readonly Tracker[] = [
  { page: 'posthog', pageView: '"event":"$pageview"' },
  { page: 'mixpanel', pageView: '"event":"$mp_web_page_view"' },
  { page: 'amplitude', pageView: '"event_type":"Page viewed"' },
  { page: 'segment', pageView: '"type":"page"' },
  { page: 'countly', pageView: '"key":"[CLY]_view"' },
  { page: 'posthog-bundled', pageView: '"event":"$pageview"', bundled: true },
  { page: 'plausible-bundled', pageView: '"n":"pageview"', bundled: true },
];

test.describe('published trackers, as npm has them', () => {
  for (const { page: name, pageView, bundled = false } of TRACKERS) {
    const id = name.split('-')[0] as keyof typeof config.vendors;
    const declared = config.vendors[id].storage.map(({ kind, name }) => `${kind} ${name}`);
    const isDeclared = (item: string) =>
      declared.some((pattern) =>
        pattern.endsWith('*') ? item.startsWith(pattern.slice(0, -1)) : item === pattern,
      );
    // Unmarked is the harder way; the other takes as long again (npm run test:long).
    for (const way of bundled || !process.env.LONG
      ? (['unmarked'] as const)
      : (['unmarked', 'marked'] as const)) {
      test(`${name}, ${way}: silent until it is allowed, works then, is silent and gone after the withdrawal`, async ({
        visitor,
        site,
      }) => {
        const page = new TrackerPage(visitor, site);
        const expectNothing = async () => {
          await page.flushed();
          expect(await page.received()).toEqual([]);
          expect(await page.stored()).toEqual([]);
          expect(await page.isRunning()).toBe(bundled);
        };
        await page.open(`${way}/${name}`);
        await expectNothing();
        await page.deny(id);
        await page.track('while-denied');
        await expectNothing();
        await page.open(`${way}/${name}`);
        await expectNothing();

        await page.grant(id);
        // It has looked around and found nothing allowed; it does so again on the next page.
        if (bundled) await page.open(`${way}/${name}`);
        await page.expectReceived(pageView);
        await page.track('while-allowed');
        await page.expectReceived('while-allowed');
        // It stores in every way that is declared, and nothing that is not.
        const kinds = (items: readonly string[]) =>
          [...new Set(items.map((item) => item.split(' ')[0]))].sort();
        await expect.poll(async () => kinds(await page.stored())).toEqual(kinds(declared));
        expect((await page.stored()).filter((item) => !isDeclared(item))).toEqual([]);

        await page.flushed();
        const before = await page.received();
        await page.withdraw(id, 'after-withdrawal');
        // The site's own script stays; that it belongs to somebody cannot be seen.
        if (!bundled) await page.expectNewPage();
        const expectSilentAndGone = async () => {
          await page.track('after-withdrawal');
          await page.flushed();
          expect((await page.received()).slice(before.length)).toEqual([]);
          await expect.poll(page.stored).toEqual([]);
          expect(await page.isRunning()).toBe(bundled);
        };
        await expectSilentAndGone();
        await page.open(`${way}/${name}`);
        await expectSilentAndGone();
        expect(await page.errors()).toEqual([]);
      });
    }
  }
});
