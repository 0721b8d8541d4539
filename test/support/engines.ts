import { type BrowserContext, chromium, firefox, type Page } from 'playwright';
import { againAfterNavigation } from './again-after-navigation.js';
import { chromiumArgs, find } from './browsers.mjs';
import { callText } from './call-text.js';
import type { Visitor } from './visitor.js';
import { startWebKit } from './webkit.js';

/** A running browser that takes visitors, each with cookies and storage of their own. */
export interface Engine {
  welcome(options?: VisitorOptions): Promise<{
    visitor: Visitor;
    leave(): Promise<void>;
    /** Requests for anything but this machine; they were refused. */
    refused: string[];
  }>;
  close(): Promise<void>;
}

/** Circumstances of a visitor. */
export interface VisitorOptions {
  /** BCP 47, the first the visitor reads. @default "en" */
  readonly locale?: string;
  /**
   * Refuses requests for other machines and reports them, for which the browser is made to ask before each
   * request; some are then made differently.
   * @default true
   */
  readonly watched?: boolean;
}

/** Names no resolver answers, so that nothing can leave even where a request is not seen. */
export const NO_NETWORK =
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE *.localhost., EXCLUDE 127.0.0.1';

/** Starts the engine of a Playwright project: `chromium`, `firefox` or `webkit`. */
export async function startEngine(name: string): Promise<Engine> {
  if (name === 'webkit') return startWebKit();
  const executablePath = find(name);
  if (!executablePath) throw new Error(`There is no ${name} here; run node test/support/browsers.mjs.`);
  const browser =
    name === 'firefox'
      ? // A stock Firefox speaks WebDriver BiDi; Playwright's own patched build cannot be had everywhere.
        await firefox.launch({ executablePath, channel: 'moz-firefox', timeout: 60_000 })
      : await chromium.launch({ executablePath, args: [...chromiumArgs, NO_NETWORK] });
  return {
    async welcome({ locale = 'en', watched = true } = {}) {
      const context = await browser.newContext({ locale });
      const refused: string[] = [];
      if (watched) {
        await context.route(
          // Port 1 of no machine is where the gate sends what it withholds, so that it fails.
          (url) =>
            /^(https?|wss?):$/.test(url.protocol) && !/^(127\.0\.0\.1|(.+\.)?localhost)$/.test(url.hostname),
          (route) => {
            refused.push(route.request().url());
            return route.abort();
          },
        );
      }
      return { visitor: visitorOn(await context.newPage(), context), leave: () => context.close(), refused };
    },
    close: () => browser.close(),
  };
}

function visitorOn(page: Page, context: BrowserContext): Visitor {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error}`));
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    // It may be loading itself anew: after a withdrawal it does.
    reload: () => againAfterNavigation(async () => void (await page.reload({ waitUntil: 'load' }))),
    run: (fn, ...args) => againAfterNavigation(() => page.evaluate(callText(fn, args))),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key);
    },
    openTab: async () => visitorOn(await context.newPage(), context),
    messages: () => messages,
  };
}
