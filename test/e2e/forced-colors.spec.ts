import { type Browser, expect, test } from '@playwright/test';
import { chromium, firefox } from 'playwright';
import { chromiumArgs, find } from '../support/browsers.mjs';

// WebKit has no such mode. Firefox has it in its settings, and Playwright cannot switch a stock one to it.
/** "Override the colours of pages: always", as Firefox keeps it. */
const FORCED = { 'browser.display.document_color_use': 2 };

let browser: Browser;
// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern
test.beforeAll(async ({}, { project }) => {
  browser =
    project.name === 'firefox'
      ? await firefox.launch({
          executablePath: find('firefox') ?? '',
          channel: 'moz-firefox',
          timeout: 60_000,
          firefoxUserPrefs: FORCED,
        })
      : await chromium.launch({ executablePath: find('chromium') ?? '', args: chromiumArgs });
});
test.afterAll(() => browser?.close());

// biome-ignore-start lint/correctness/noEmptyPattern: as above
for (const colorScheme of ['light', 'dark'] as const) {
  test(`where the visitor's system forces its colours (${colorScheme}), everything still has an edge and a state`, async ({}, {
    project,
  }) => {
    const isFirefox = project.name === 'firefox';
    const context = await browser.newContext({
      colorScheme,
      locale: 'en',
      ...(isFirefox ? {} : { forcedColors: 'active' }),
    });
    const page = await context.newPage();
    await page.goto('http://127.0.0.1:4460/box/ink/en/');
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const banner = page.locator('consentry-banner');
    await expect(banner.locator('button[name=deny]')).toBeVisible();
    const looks = await banner.locator('button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { color, backgroundColor, borderTopWidth, borderTopColor } = getComputedStyle(button);
        return { color, backgroundColor, borderTopWidth, borderTopColor };
      }),
    );
    const [deny, allow] = looks;
    expect(deny).toEqual(allow);
    expect(deny?.borderTopWidth).toBe('1px');
    for (const { color, backgroundColor } of looks) expect(color).not.toBe(backgroundColor);

    await banner.locator('button[name=choose]').first().click();
    const dialog = page.locator('consentry-preferences[open]');
    const control = dialog.locator('[role=switch]').first();
    await expect(control).not.toBeChecked();
    // As the system draws it: a state of ours made of colours alone would be gone.
    expect(await control.evaluate((input) => getComputedStyle(input).appearance)).toBe('auto');
    await control.check();
    await expect(control).toBeChecked();
    await expect(dialog.locator('label').first()).toContainText('On');
    await context.close();
  });
}
// biome-ignore-end lint/correctness/noEmptyPattern: as above
