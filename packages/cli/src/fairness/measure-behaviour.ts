import type { Browser, Page } from 'playwright-core';
import { bannerComes, bannerShown, type SiteFiles, statuses, visitSite } from './banner-page.js';
import type { BehaviourFigures, View } from './figures.js';
import type { ActionLabels } from './read-actions.js';

const DAY_MS = 86_400_000;

/** What behaviour is measured by. */
export interface BehaviourSetting {
  readonly site: SiteFiles;
  readonly view: View;
  /** Purposes that can be decided on. */
  readonly ids: readonly string[];
  /** Days of quiet that the config promises after a denial. */
  readonly quietDays: number;
  readonly labels: ActionLabels;
}

/** What becomes of a visitor's acts. Each begins as a new visitor. */
export async function measureBehaviour(
  browser: Browser,
  setting: BehaviourSetting,
): Promise<BehaviourFigures> {
  const { site, view, ids, quietDays, labels } = setting;
  const visit = async <T>(look: (page: Page) => Promise<T>): Promise<T> => {
    const page = await visitSite(browser, site, view);
    try {
      await bannerShown(page);
      return await look(page);
    } finally {
      await page.context().close();
    }
  };
  const clicks = (name: 'deny' | 'allow', status: string) => async (page: Page) => {
    await action(page, name, labels).click();
    await page
      .locator('consentry-banner')
      .waitFor({ state: 'detached', timeout: 2000 })
      .catch(() => {});
    const found = Object.values(await statuses(page, ids));
    return found.every((one) => one === status) ? 1 : undefined;
  };
  return {
    clicksToDeny: await visit(clicks('deny', 'denied')),
    clicksToAllow: await visit(clicks('allow', 'granted')),
    preTicked: await visit((page) => readPreTicked(page, labels)),
    closings: await readClosings(visit, ids, labels),
    quietDays,
    askedAgainAfter: await visit(async (page) => {
      await action(page, 'deny', labels).click();
      return readAskedAgain(page, quietDays);
    }),
  };
}

function action(page: Page, name: keyof ActionLabels, labels: ActionLabels) {
  const banner = page.locator('consentry-banner');
  const texts = labels[name].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return banner
    .locator(`button[name="${name}"]`)
    .or(banner.getByRole('button', { name: new RegExp(`^(${texts})$`) }))
    .first();
}

async function openPreferences(page: Page, labels: ActionLabels): Promise<void> {
  await action(page, 'choose', labels).click();
  await page.locator('consentry-preferences dialog[open]').waitFor();
}

/** Switches that are on in the preferences, those of single vendors too. */
async function readPreTicked(page: Page, labels: ActionLabels): Promise<string[]> {
  await openPreferences(page, labels);
  const dialog = page.locator('consentry-preferences');
  const folded = dialog.locator('[aria-expanded="false"]').first();
  while (await folded.isVisible()) await folded.click();
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
async function readClosings(
  visit: <T>(look: (page: Page) => Promise<T>) => Promise<T>,
  ids: readonly string[],
  labels: ActionLabels,
): Promise<BehaviourFigures['closings']> {
  const decided = async (page: Page) => {
    // A decision takes effect in a moment of its own.
    await page.waitForTimeout(100);
    const found = Object.entries(await statuses(page, ids));
    return found.filter(([, status]) => status !== 'undecided').map(([id]) => id);
  };
  const closings = [
    await visit(async (page) => {
      await action(page, 'deny', labels).focus();
      await page.keyboard.press('Escape');
      return { how: 'Escape in the banner', decided: await decided(page) };
    }),
    await visit(async (page) => {
      await openPreferences(page, labels);
      await page.keyboard.press('Escape');
      return { how: 'Escape in the preferences', decided: await decided(page) };
    }),
  ];
  for (const [face, how] of [
    ['consentry-banner', 'The close button of the banner'],
    ['consentry-preferences', 'The close button of the preferences'],
  ] as const) {
    const closing = await visit(async (page) => {
      await openPreferences(page, labels);
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
async function readAskedAgain(page: Page, quietDays: number): Promise<number[]> {
  const denied = Date.now();
  const asked: number[] = [];
  for (const days of new Set(
    [0, 1, quietDays / 2, quietDays - 1].filter((days) => days >= 0 && days < quietDays),
  )) {
    await page.clock.setFixedTime(denied + days * DAY_MS);
    await page.reload();
    if (await bannerComes(page)) asked.push(days);
  }
  return asked;
}
