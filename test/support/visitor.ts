import { test as base } from '@playwright/test';
import { type Engine, startEngine } from './engines.js';

/**
 * One person at one browser, the same for every engine. Chromium and Firefox are driven by Playwright,
 * WebKitGTK by its own driver, which knows fewer tricks; what is here, all of them can do.
 */
export interface Visitor {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page with JSON arguments and answers what it returns, promises awaited. */
  run<Result, Args extends unknown[]>(
    fn: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Presses keys one after another, by their W3C names: `"Tab"`, `"Enter"`, `"Escape"`, `" "`. */
  press(...keys: string[]): Promise<void>;
  /** Another tab of the same browser; what it stores is shared. */
  openTab(): Promise<Visitor>;
  /** What the browser has put into its console for this tab, as far as its driver tells; WebKit's does not. */
  messages(): readonly string[];
}

/** Where a test's site lives: a host of its own, so that tests side by side share no cookie and no log. */
export interface TestSite {
  /** E.g. `http://www.t1a2b3.localhost:4400`. */
  readonly origin: string;
  /** E.g. `www.t1a2b3.localhost:4400`. */
  readonly host: string;
}

/** The port of the demo site, as `npm start` serves it. */
export const SITE_PORT = 4400;

/** Tests that run in Chromium, Firefox and WebKit alike. */
export const test = base.extend<{ visitor: Visitor; site: TestSite }, { engine: Engine }>({
  engine: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern
    async ({}, use, { project }) => {
      const engine = await startEngine(project.name);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  site: async ({}, use, { testId, retry, project }) => {
    const label = `t${testId.replace(/\W/g, '').slice(-12)}${retry}${project.name[0]}`;
    const host = `www.${label}.localhost:${SITE_PORT}`;
    await use({ origin: `http://${host}`, host });
  },
  visitor: async ({ engine }, use) => {
    const { visitor, leave, refused } = await engine.welcome();
    await use(visitor);
    await leave();
    // Nothing in a test may reach for the world outside.
    base.expect(refused, 'requests for the world outside').toEqual([]);
  },
});

export { expect } from '@playwright/test';
