import { readFile } from 'node:fs/promises';
import { Restaurant } from '../support/restaurant.js';
import { expect, SITE_PORT, test, type Visitor } from '../support/visitor.js';

/** Presses a button of the page by its text, the first that says so. */
async function press(visitor: Visitor, text: string): Promise<void> {
  const pressed = () =>
    visitor.run((name) => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      button?.click();
      return !!button;
    }, text);
  await expect.poll(pressed, `a button "${text}"`).toBe(true);
}
const says = (visitor: Visitor) => visitor.run(() => document.body.textContent ?? '');

test('the owner sees the records with the token, and the browser itself verifies a receipt', async ({
  visitor,
  site,
}) => {
  const page = new Restaurant(visitor, site);
  await page.open();
  await page.press('Deny all');
  await expect.poll(async () => (await page.receipts()).length).toBe(1);
  const [receipt] = await page.receipts();
  const subject = JSON.parse((await page.recordText()) ?? '{}').subject;

  const token = (await readFile('node_modules/.cache/consentry/omakase-e2e/read-token', 'utf8')).trim();
  // Ed25519 in a browser needs a secure context, which plain localhost is in every engine.
  await visitor.goto(`http://localhost:${SITE_PORT}/consentry/receipts#token=${token}`);
  await expect.poll(() => says(visitor)).toContain(subject);
  expect(await visitor.run(() => location.hash)).toBe('');
  await press(visitor, 'Details');
  await press(visitor, 'Verify');
  await expect
    .poll(() => says(visitor))
    .toContain('The receipt is whole, and was signed by this server’s key.');
  expect(receipt?.record.via).toBe('banner');
});

test('nobody sees a record without the token', async ({ visitor }) => {
  await visitor.goto(`http://localhost:${SITE_PORT}/consentry/receipts#token=wrong`);
  await expect.poll(() => says(visitor)).toContain('The token was not accepted.');
  expect(await says(visitor)).not.toContain('granted');
});
