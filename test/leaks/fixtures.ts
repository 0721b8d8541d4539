import { test as base } from '@playwright/test';
import { startEngine } from '../support/engines.js';
import type { Visitor } from '../support/visitor.js';
import { LAYERS, type LayerName } from './layers.js';
import { loadPolicyHeader } from './policy-header.js';
import { buildSiteFiles, siteConfig } from './site-files.js';
import { startThirdParty, type ThirdParty } from './third-party.js';

/** What the cases of a worker share: a browser with a few windows, the server, and the layers there are. */
export interface Laboratory {
  readonly thirdParty: ThirdParty;
  readonly layers: readonly LayerName[];
  withVisitor<T>(use: (visitor: Visitor) => Promise<T>): Promise<T>;
}

/** WebKit's driver types into one window at a time. */
const WINDOWS: Record<string, number> = { chromium: 6, firefox: 4, webkit: 1 };

/** The layers asked for by `LEAK_LAYERS`, or all. */
const wanted = LAYERS.filter((layer) =>
  (process.env.LEAK_LAYERS ?? LAYERS.join()).split(',').includes(layer),
);

export const test = base.extend<object, { laboratory: Laboratory }>({
  laboratory: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern
    async ({}, use, { project }) => {
      let layers = wanted;
      const thirdParty = await startThirdParty(async (port) => {
        const policyHeader = await loadPolicyHeader(siteConfig('header', port));
        if (!policyHeader) layers = layers.filter((layer) => layer !== 'header');
        return { files: await buildSiteFiles(layers, port), policyHeader };
      });
      const engine = await startEngine(project.name);
      const idle: Visitor[] = [];
      const waiting: ((visitor: Visitor) => void)[] = [];
      // Refusing requests means stopping each of them, which changes how browsers make some.
      // Each has a window of its own: Chromium prefetches for the tab in front alone.
      while (idle.length < (WINDOWS[project.name] ?? 1))
        idle.push((await engine.welcome({ watched: false })).visitor);
      const borrow = async () => idle.pop() ?? new Promise<Visitor>((resolve) => waiting.push(resolve));
      const giveBack = (visitor: Visitor) => {
        const next = waiting.shift();
        if (next) next(visitor);
        else idle.push(visitor);
      };
      await use({
        thirdParty,
        layers,
        async withVisitor(use) {
          const visitor = await borrow();
          try {
            return await use(visitor);
          } finally {
            giveBack(visitor);
          }
        },
      });
      await engine.close();
      await thirdParty.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
