import type { Browser, Page } from 'playwright-core';
import { CommandError } from '../command-error.js';
import type { BuiltFile } from '../site-build/file-list.js';
import type { View } from './figures.js';

/** A host that no name server knows; https, so that the page may do all that a site's may. */
const ORIGIN = 'https://site.example';
/** Time the slowest banner may take to be there. */
const PATIENCE_MS = 15_000;
/** Time in which what decides has arrived and has decided. */
const DECIDING_MS = 5000;
/** Consentry waits a tenth of a second before it loads a page anew. */
const RELOAD_MS = 300;
/** A quarter of a second. */
const STILL_FRAMES = 15;

/** The page's API, as far as it is asked here. */
interface PageWindow {
  readonly consentry: { on(event: 'ready', run: () => void): void; status(id: string): string | undefined };
}

/** What a page is made of: the files of a build, and styles of the site. */
export interface SiteFiles {
  readonly files: readonly BuiltFile[];
  readonly css: readonly string[];
}

/** A new visitor of the site: a page of it with nothing decided. Only the build is served; nothing leaves this machine. */
export async function visitSite(
  browser: Browser,
  { files, css }: SiteFiles,
  { language, width, scheme }: View,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 800 },
    colorScheme: scheme,
    locale: language,
    reducedMotion: 'reduce',
    hasTouch: width < 600,
  });
  const page = await context.newPage();
  const served = new Map(files.map(({ name, content }) => [`${ORIGIN}/${name}`, content]));
  await context.route('**/*', (route) => {
    const url = route.request().url();
    const script = served.get(url);
    if (script !== undefined)
      return route.fulfill({
        contentType: url.endsWith('.json') ? 'application/json' : 'text/javascript',
        body: script,
      });
    if (url === `${ORIGIN}/`) return route.fulfill({ contentType: 'text/html', body: pageIn(language) });
    const style = /\/style-(\d+)\.css$/.exec(url);
    if (style) return route.fulfill({ contentType: 'text/css', body: css[Number(style[1])] ?? '' });
    return route.abort();
  });
  await page.goto(`${ORIGIN}/`);
  return page;

  function pageIn(tag: string): string {
    const sheets = css.map((_, i) => `<link rel="stylesheet" href="/style-${i}.css">`).join('');
    const direction = new Intl.Locale(tag).language.match(/^(ar|fa|he)$/) ? ' dir="rtl"' : '';
    return (
      `<!doctype html><html lang="${tag}"${direction}><meta charset="utf-8"><title>A page</title>` +
      '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
      `${sheets}<script src="/consentry.js"></script><body>${'<p>Text of the page.</p>'.repeat(60)}</body></html>`
    );
  }
}

/** Waits for the banner. Throws a {@link CommandError} if it does not come. */
export async function bannerShown(page: Page): Promise<void> {
  const button = page.locator('consentry-banner button').first();
  await button.waitFor({ timeout: PATIENCE_MS }).catch(() => {
    throw new CommandError(
      `The banner is not there after ${PATIENCE_MS / 1000} s: a new visitor can neither deny nor allow.`,
      1,
    );
  });
}

/** Waits until nothing of the banner has moved for a moment: fonts have come, and whatever the site does has been done. */
export async function bannerSettled(page: Page): Promise<void> {
  await bannerShown(page);
  await page.evaluate(async (frames) => {
    await document.fonts.ready;
    const look = () =>
      [...(document.querySelector('consentry-banner')?.shadowRoot?.querySelectorAll('button') ?? [])]
        .map((button) => JSON.stringify(button.getBoundingClientRect()))
        .join();
    let [last, same] = [look(), 0];
    while (same < frames) {
      await new Promise(requestAnimationFrame);
      const now = look();
      same = now === last ? same + 1 : 0;
      last = now;
    }
  }, STILL_FRAMES);
}

/** Whether the banner comes within `patienceMs` after Consentry is ready. */
export async function bannerComes(page: Page, patienceMs: number): Promise<boolean> {
  await page.evaluate(
    () => new Promise<void>((resolve) => (window as unknown as PageWindow).consentry.on('ready', resolve)),
  );
  return page
    .locator('consentry-banner button')
    .first()
    .waitFor({ timeout: patienceMs })
    .then(
      () => true,
      () => false,
    );
}

/**
 * Which of `ids` have been decided on, and how. A decision may load the page anew, where a vendor cannot be stopped
 * or a policy has to go; then the new page is asked.
 */
export async function statuses(page: Page, ids: readonly string[]): Promise<Record<string, string>> {
  const started = Date.now();
  for (;;) {
    try {
      return await page.evaluate(
        (all) =>
          Object.fromEntries(
            all.map((id) => [id, (window as unknown as PageWindow).consentry.status(id) ?? 'undecided']),
          ),
        ids,
      );
    } catch (error) {
      if (Date.now() - started > PATIENCE_MS) throw error;
      await page.waitForLoadState();
    }
  }
}

/** Whether every one of `ids` gets the status before long: what decides may have to be loaded first. */
export async function becomes(page: Page, ids: readonly string[], status: string): Promise<boolean> {
  const started = Date.now();
  while (Date.now() - started < DECIDING_MS) {
    if (Object.values(await statuses(page, ids)).every((one) => one === status)) {
      // If the page is loaded anew for it, then by now.
      await page.waitForTimeout(RELOAD_MS);
      await page.waitForLoadState();
      return true;
    }
    await page.waitForTimeout(50);
  }
  return false;
}
