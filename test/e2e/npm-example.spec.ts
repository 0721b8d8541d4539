import { expect, test, type Visitor } from '../support/visitor.js';

const ORIGIN = 'http://localhost:4173';

/** Presses a button of the banner or the dialog. */
async function press(visitor: Visitor, text: string): Promise<void> {
  const pressed = () =>
    visitor.run((name) => {
      for (const face of ['consentry-preferences', 'consentry-banner']) {
        const buttons = document.querySelector(face)?.shadowRoot?.querySelectorAll('button') ?? [];
        const button = [...buttons].find(({ textContent }) => textContent === name);
        if (button?.getBoundingClientRect().height) {
          button.click();
          return true;
        }
      }
      return false;
    }, text);
  await expect.poll(pressed, `a button "${text}"`).toBe(true);
}

/** Which of the stand-in vendor's files the page has asked for, sorted. */
const loaded = (visitor: Visitor) =>
  visitor.run(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/stand-in/'))
      .sort(),
  );
const states = (visitor: Visitor) =>
  visitor.run(() => [...document.querySelectorAll('dd')].map(({ textContent }) => textContent));

test('the app made of npm packages withholds, releases and ends like the script tag', async ({ visitor }) => {
  await visitor.goto(ORIGIN);
  await expect.poll(() => states(visitor)).toEqual(['undecided, withheld', 'undecided, withheld']);
  expect(await loaded(visitor)).toEqual([]);

  await press(visitor, 'Allow all');
  await expect.poll(() => states(visitor)).toEqual(['granted, allowed', 'granted, allowed']);
  await expect.poll(() => loaded(visitor)).toEqual(['/stand-in/form.html', '/stand-in/gtag.js']);
  await expect
    .poll(() => visitor.run(() => Object.keys(localStorage).includes('consentry-receipts')))
    .toBe(true);

  await visitor.run(() => document.querySelector<HTMLElement>('#choices')?.click());
  await press(visitor, 'Deny all');
  await expect.poll(() => states(visitor)).toEqual(['withdrawn, withheld', 'withdrawn, withheld']);
  expect(await visitor.run(() => document.querySelector('#newsletter iframe'))).toBeNull();

  await visitor.reload();
  await expect.poll(() => states(visitor)).toEqual(['withdrawn, withheld', 'withdrawn, withheld']);
  expect(await loaded(visitor)).toEqual([]);
});
