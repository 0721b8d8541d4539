import { againAfterNavigation } from './again-after-navigation.js';
import { type BareTab, launchBare } from './bare-browser.mjs';
import { chromiumArgs, find } from './browsers.mjs';
import { callText } from './call-text.js';
import { NO_NETWORK } from './engines.js';
import type { Visitor } from './visitor.js';

/** A visitor whose browser keeps pages for going back, and renders pages ahead of their visit where a site asks for it. */
export interface WholeVisitor extends Pick<Visitor, 'goto' | 'run'> {
  /** Has the browser render a page of the same site ahead, as rules of a site do; resolves once it is. */
  renderAhead(url: string): Promise<void>;
  /** Goes back; answers whether the browser had kept the page. */
  goBack(): Promise<boolean>;
}

/** A Chromium that nothing is switched off of. A test runner's keeps no page, and renders none ahead. */
export async function startWholeChromium() {
  const executablePath = find('chromium');
  if (!executablePath) throw new Error('There is no chromium here; run node test/support/browsers.mjs.');
  const browser = await launchBare(executablePath, [...chromiumArgs, NO_NETWORK]);
  return {
    async welcome() {
      const tab = await browser.openTab();
      return { visitor: visitorOn(tab), leave: () => tab.close() };
    },
    close: () => browser.close(),
  };
}

interface Evaluated {
  readonly result: { readonly value: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

function visitorOn(tab: BareTab): WholeVisitor {
  const evaluate = async (expression: string, session: string) => {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails: failed } = await tab.send<Evaluated>(
      'Runtime.evaluate',
      params,
      session,
    );
    if (failed) throw new Error(failed.exception?.description ?? failed.text);
    return result.value;
  };
  /** The page that is there, or one that is rendered ahead. */
  const page = async (ahead: boolean) => {
    for (const session of tab.pages())
      if ((await evaluate('document.prerendering', session).catch(() => undefined)) === ahead) return session;
    throw new Error(`There is no page${ahead ? ' rendered ahead' : ''} yet, the navigation is under way.`);
  };
  const ask = (expression: string, ahead = false) =>
    againAfterNavigation(async () => evaluate(expression, await page(ahead)));
  /** Waits until a page of this address is complete, and the one that is there unless it is rendered ahead. */
  const arrived = async (url: string, ahead = false) => {
    const there = `location.href === ${JSON.stringify(new URL(url).href)} && document.readyState === 'complete'`;
    for (const end = Date.now() + 15_000; !(await ask(there, ahead)); ) {
      if (Date.now() > end) throw new Error(`${url} was not there within 15 seconds.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  /** Once: a second time might be on the page that it leads to. */
  const leave = async (how: string) =>
    evaluate(`void setTimeout(() => ${how}, (window.wasLeft = 1))`, await page(false));
  return {
    run: async (fn, ...args) => (await ask(callText(fn, args))) as never,
    async goto(url) {
      // From within, as by a link: so the browser shows what it has rendered ahead.
      if ((await ask('location.protocol')) === 'about:')
        await tab.send('Page.navigate', { url }, await page(false));
      else await leave(`(location.href = ${JSON.stringify(url)})`);
      await arrived(url);
    },
    async renderAhead(url) {
      const rules = JSON.stringify({ prerender: [{ urls: [url], eagerness: 'immediate' }] });
      await ask(`document.head.append(Object.assign(document.createElement('script'), {
        type: 'speculationrules', textContent: ${JSON.stringify(rules)},
      }))`);
      await arrived(url, true);
    },
    async goBack() {
      const before = await ask('location.href');
      await leave('history.back()');
      for (const end = Date.now() + 15_000; Date.now() < end; ) {
        const now = (await ask('[location.href, document.readyState]')) as string[];
        if (now[0] !== before && now[1] === 'complete') break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return Boolean(await ask('window.wasLeft'));
    },
  };
}
