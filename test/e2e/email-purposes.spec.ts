import { GatePage } from '../support/gate-page.js';
import { expect, test } from '../support/visitor.js';

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
<script src="/mails/consentry.js"></script></head><body>
<script type="text/plain" data-consentry="analytics">(window.ran ||= []).push("measured")</script>
</body></html>`;

interface Page {
  consentry: { status(id: string): string; isAllowed(id: string): boolean; showPreferences(): Promise<void> };
}
const standings = () => {
  const { consentry } = window as never as Page;
  return ['analytics', 'newsletter', 'mail-opens'].map((id) => consentry.status(id));
};
const bannerText = () =>
  document.querySelector('consentry-banner')?.shadowRoot?.querySelector('p')?.textContent ?? '';
/** The switches of the dialog by their names. */
const switches = () =>
  [
    ...(document.querySelector('consentry-preferences')?.shadowRoot?.querySelectorAll('[role=switch]') ?? []),
  ].map((each) => each.getAttribute('aria-label') ?? each.closest('label')?.textContent ?? each.id);

test.describe('purposes that happen in mails', () => {
  test('are named in the banner, and decided by themselves', async ({ visitor, site }) => {
    const page = new GatePage(visitor, site);
    await page.openHtml(HTML);
    await expect.poll(() => visitor.run(bannerText)).toContain('send you a newsletter');
    await page.grant('newsletter');
    await expect.poll(() => visitor.run(standings)).toEqual(['undecided', 'granted', 'undecided']);
    // Nothing of the page belongs to it.
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(await page.requested()).toEqual([]);
  });

  test('are shown in the preferences as the others are', async ({ visitor, site }) => {
    const page = new GatePage(visitor, site);
    await page.openHtml(HTML);
    await visitor.run(() => (window as never as Page).consentry.showPreferences());
    await expect.poll(() => visitor.run(switches).then((all) => all.length)).toBe(4);
  });

  test('are kept for the next page, and taken back without a tag being touched', async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    await page.openHtml(HTML);
    await page.grant();
    await page.expectRan(['measured']);
    await page.openHtml(HTML);
    await page.expectRan(['measured']);
    await page.deny('newsletter');
    await expect.poll(() => visitor.run(standings)).toEqual(['granted', 'withdrawn', 'granted']);
    await page.settle();
    // The page was not loaded anew: what runs on it has nothing to do with mails.
    expect(await page.ran()).toEqual(['measured']);
    await page.openHtml(HTML);
    await expect.poll(() => visitor.run(standings)).toEqual(['granted', 'withdrawn', 'granted']);
  });
});
