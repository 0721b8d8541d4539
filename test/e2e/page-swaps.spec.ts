import { GatePage } from '../support/gate-page.js';
import { expect, test } from '../support/visitor.js';

/** How each library is started, and what it wants around the part of a page that it swaps. */
const LIBRARIES: Record<string, { start: string; body: string; around: (content: string) => string }> = {
  turbo: { start: '', body: '', around: (content) => content },
  swup: {
    start: 'new Swup()',
    body: '',
    around: (content) => `<main id="swup" class="transition-main">${content}</main>`,
  },
  barba: {
    start: 'barba.init({ transitions: [{ leave() {}, enter() {} }] })',
    body: 'data-barba="wrapper"',
    around: (content) => `<main data-barba="container" data-barba-namespace="a">${content}</main>`,
  },
  htmx: { start: '', body: 'hx-boost:inherited="true"', around: (content) => content },
};

const TAGS = `<script type="text/plain" data-consentry="analytics">(window.ran ||= []).push('marked')</script>
<img alt="" data-consentry="analytics" data-consentry-src="http://127.0.0.1:4411/pixel.gif?name=marked">
<img alt="" src="http://127.0.0.1:4411/pixel.gif?name=unmarked">`;

for (const [name, { start, body, around }] of Object.entries(LIBRARIES)) {
  const pageOf = (title: string, content: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<script src="/guarded/consentry.js"></script><script src="/swappers/${name}"></script>
<script>addEventListener('DOMContentLoaded', () => { ${start} })</script></head><body ${body}>${around(content)}</body></html>`;

  test(`a page that ${name} swaps keeps its banner, and what comes with the next one is withheld, released and ended`, async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    const next = page.urlOf(pageOf('Second', `<h1>Second</h1>${TAGS}`));
    await page.openHtml(
      pageOf('First', `<h1>First</h1><a id="next" href="${next.replaceAll('"', '&quot;')}">Second</a>`),
    );
    const asks = () =>
      visitor.run(() => {
        const face = document.querySelector('consentry-banner')?.shadowRoot?.querySelector('[part=surface]');
        return (
          document.body.contains(document.querySelector('h1')) &&
          (face?.getBoundingClientRect().height ?? 0) > 0
        );
      });
    await expect.poll(asks).toBe(true);
    await visitor.run(() => {
      (window as never as { first: boolean }).first = true;
      document.querySelector<HTMLElement>('#next')?.click();
    });
    await expect.poll(() => visitor.run(() => document.querySelector('h1')?.textContent)).toBe('Second');
    expect(
      await visitor.run(() => (window as never as { first?: boolean }).first),
      'the page was swapped, and not loaded',
    ).toBe(true);
    await expect.poll(asks).toBe(true);
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(await page.requested()).toEqual([]);

    await visitor.run(() => {
      const face = document.querySelector('consentry-banner')?.shadowRoot;
      face?.querySelector<HTMLElement>('button[name=allow]')?.click();
    });
    await page.expectRan(['marked']);
    await page.expectRequested(['marked', 'unmarked']);
    expect(await visitor.run(() => document.querySelector('consentry-banner'))).toBeNull();

    await page.deny();
    await expect.poll(page.ran).toEqual([]);
    await page.settle();
    // The second page was loaded anew then; an unmarked image in HTML is a race with the browser (what-the-gate-stops.md).
    expect((await page.requested()).filter((what) => what === 'marked')).toEqual(['marked']);
  });
}
