import type { Browser, Page } from 'playwright-core';
import { bannerComes, bannerShown, becomes, type SiteFiles, statuses, visitSite } from './banner-page.js';
import type { ActionName, BehaviourFigures, View } from './figures.js';

const DAY_MS = 86_400_000;
/** A banner that has not come by then stays away; slow machines get thrice what the first one took. */
const LEAST_PATIENCE_MS = 600;
const SETTLING_MS = 250;

/** Looks at the page of a new visitor, whose banner took so long to come. */
type Visit = <T>(look: (page: Page, tookMs: number) => Promise<T>) => Promise<T>;

/** What behaviour is measured by. */
export interface BehaviourSetting {
  readonly site: SiteFiles;
  readonly view: View;
  /** Purposes that can be decided on. */
  readonly ids: readonly string[];
  /** Days of quiet that the config promises after a denial. */
  readonly quietDays: number;
}

/** What becomes of a visitor's acts. Each begins as a new visitor. */
export async function measureBehaviour(
  browser: Browser,
  setting: BehaviourSetting,
): Promise<BehaviourFigures> {
  const { site, view, ids, quietDays } = setting;
  const visit: Visit = async (look) => {
    const started = performance.now();
    const page = await visitSite(browser, site, view);
    try {
      await bannerShown(page);
      return await look(page, performance.now() - started);
    } finally {
      await page.context().close();
    }
  };
  const clicks = (name: 'deny' | 'allow', status: string) => async (page: Page) => {
    await action(page, name).click();
    return (await becomes(page, ids, status)) ? 1 : undefined;
  };
  return {
    clicksToDeny: await visit(clicks('deny', 'denied')),
    clicksToAllow: await visit(clicks('allow', 'granted')),
    preTicked: await visit((page) => readPreTicked(page)),
    closings: await readClosings(visit, ids),
    quietDays,
    askedAgainAfter: await visit(async (page, tookMs) => {
      await action(page, 'deny').click();
      await becomes(page, ids, 'denied');
      return readAskedAgain(page, quietDays, Math.max(LEAST_PATIENCE_MS, 3 * tookMs));
    }),
  };
}

function action(page: Page, name: ActionName) {
  return page.locator(`consentry-banner button[name="${name}"]`).first();
}

async function openPreferences(page: Page): Promise<void> {
  await action(page, 'choose').click();
  await page.locator('consentry-preferences dialog[open]').waitFor();
}

/** Switches that are on in the preferences, those of single vendors too. */
async function readPreTicked(page: Page): Promise<string[]> {
  await openPreferences(page);
  const dialog = page.locator('consentry-preferences');
  const folded = dialog.locator('[aria-expanded="false"]').first();
  while (await folded.isVisible()) await folded.click();
  // What a script of the site does to it is done by now.
  await page.waitForTimeout(SETTLING_MS);
  const on = await dialog.locator('input:checked, [role="switch"][aria-checked="true"]').all();
  return Promise.all(
    on.map((one) =>
      one.evaluate((element) => {
        const root = element.getRootNode() as ShadowRoot;
        const label = root.getElementById(element.getAttribute('aria-labelledby') ?? '');
        return (label?.textContent ?? element.getAttribute('aria-label') ?? 'a switch without a name').trim();
      }),
    ),
  );
}

/** Every way there is to close without an answer, and what it decided. */
async function readClosings(visit: Visit, ids: readonly string[]): Promise<BehaviourFigures['closings']> {
  const decided = async (page: Page) => {
    // What decides may have to be loaded first.
    await page.waitForTimeout(500);
    const found = Object.entries(await statuses(page, ids));
    return found.filter(([, status]) => status !== 'undecided').map(([id]) => id);
  };
  const closings = [
    await visit(async (page) => {
      await action(page, 'deny').focus();
      await page.keyboard.press('Escape');
      return { how: 'Escape in the banner', decided: await decided(page) };
    }),
    await visit(async (page) => {
      await openPreferences(page);
      await page.keyboard.press('Escape');
      return { how: 'Escape in the preferences', decided: await decided(page) };
    }),
  ];
  for (const [face, how] of [
    ['consentry-banner', 'The close button of the banner'],
    ['consentry-preferences', 'The close button of the preferences'],
  ] as const) {
    const closing = await visit(async (page) => {
      await openPreferences(page);
      if (face === 'consentry-banner') await page.keyboard.press('Escape');
      const button = page.locator(`${face} button`).and(page.locator('[name="close"], .close')).first();
      if (!(await button.isVisible())) return undefined;
      await button.click();
      return { how, decided: await decided(page) };
    });
    if (closing) closings.push(closing);
  }
  return closings;
}

/** Days after a denial, within those of quiet, at which the banner is there. */
async function readAskedAgain(page: Page, quietDays: number, patienceMs: number): Promise<number[]> {
  const denied = Date.now();
  const asked: number[] = [];
  for (const days of new Set(
    [0, 1, quietDays / 2, quietDays - 1].filter((days) => days >= 0 && days < quietDays),
  )) {
    await page.clock.setFixedTime(denied + days * DAY_MS);
    await page.reload();
    if (await bannerComes(page, patienceMs)) asked.push(days);
  }
  return asked;
}
