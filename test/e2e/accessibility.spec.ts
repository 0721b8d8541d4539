import axe from 'axe-core';
import { Restaurant } from '../support/restaurant.js';
import { expect, test, type Visitor } from '../support/visitor.js';

/** Findings of axe in the widget, by WCAG 2.2 A and AA and best practice; its own rules, its own words. */
async function findings(visitor: Visitor): Promise<string[]> {
  const run = `async () => {
    if (!window.axe) { ${axe.source} }
    const include = ['consentry-banner', 'consentry-preferences'].filter((name) => document.querySelector(name));
    const { violations } = await window.axe.run({ include }, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html));
  }`;
  return visitor.run(run as never as () => Promise<string[]>);
}

/** What has focus, as deep as shadow roots go: its text or label. */
const focused = () => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? '';
};

for (const [language, path, words] of [
  ['English', '/en/', { choose: 'Choose', receives: 'Who receives what' }],
  ['Japanese', '/', { choose: '選んで決める', receives: '外部送信について' }],
] as const) {
  test(`axe finds nothing in banner and dialog (${language})`, async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open(path);
    await page.expectSees('banner');
    expect(await findings(visitor)).toEqual([]);
    await page.press(words.choose);
    await page.expectSees('preferences');
    expect(await findings(visitor)).toEqual([]);
  });
}

test('a visitor decides with the keyboard alone, and focus returns to where it was', async ({
  visitor,
  site,
}) => {
  const page = new Restaurant(visitor, site);
  await page.open();
  await page.expectSees('banner');
  const order: string[] = [];
  for (let i = 0; i < 4; i++) {
    await visitor.press('Tab');
    order.push(await visitor.run(focused));
  }
  expect(order).toEqual(['Deny all', 'Allow all', 'Choose', 'Who receives what']);
  await visitor.press('Shift+Tab', 'Enter');
  await page.expectSees('preferences');
  await visitor.press('Escape');
  await page.expectSees('preferences', false);
  // The dialog says that it is closed a moment after it is.
  await page.settle();
  expect(await visitor.run(focused)).toBe('Choose');
  expect(await page.status('analytics')).toBe('undecided');
  await visitor.press('Shift+Tab', 'Shift+Tab', 'Enter');
  await page.expectSees('banner', false);
  expect(await page.status('analytics')).toBe('denied');
});

test('the dialog keeps focus inside and locks the page only while it is open', async ({ visitor, site }) => {
  const page = new Restaurant(visitor, site);
  await page.open();
  await page.press('Choose');
  await page.expectSees('preferences');
  const scrolls = () => visitor.run(() => getComputedStyle(document.documentElement).overflowY !== 'hidden');
  expect(await scrolls()).toBe(false);
  for (let i = 0; i < 12; i++) {
    await visitor.press('Tab');
    expect(
      await visitor.run(() =>
        [document.body, document.querySelector('consentry-preferences')].includes(
          document.activeElement as never,
        ),
      ),
    ).toBe(true);
  }
  // Whoever takes the dialog away, the page scrolls again.
  await visitor.run(() => document.querySelector('consentry-preferences')?.remove());
  await expect.poll(scrolls).toBe(true);
});

test('deny and allow weigh the same', async ({ visitor, site }) => {
  const page = new Restaurant(visitor, site);
  for (const path of ['/en/', '/']) {
    await page.open(path);
    await page.expectSees('banner');
    const [deny, allow] = await visitor.run(() => {
      const buttons =
        document.querySelector('consentry-banner')?.shadowRoot?.querySelectorAll('button') ?? [];
      return [...buttons].slice(0, 2).map((button) => {
        const { width, height, top } = button.getBoundingClientRect();
        const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(button);
        return {
          width: Math.round(width),
          height,
          top,
          color,
          backgroundColor,
          borderColor,
          fontSize,
          fontWeight,
        };
      });
    });
    expect(deny).toEqual(allow);
    expect(deny?.height).toBeGreaterThanOrEqual(46);
  }
});
