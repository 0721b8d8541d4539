import { type Browser, expect, test } from '@playwright/test';
import { chromium } from 'playwright';
import { chromiumArgs, find } from '../support/browsers.mjs';

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: find('chromium') ?? '', args: chromiumArgs });
});
test.afterAll(() => browser?.close());

for (const colorScheme of ['light', 'dark'] as const) {
  test(`where the visitor's system forces its colours (${colorScheme}), everything still has an edge and a state`, async () => {
    const context = await browser.newContext({ forcedColors: 'active', colorScheme, locale: 'en' });
    const page = await context.newPage();
    await page.goto('http://127.0.0.1:4460/box/ink/en/');
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
