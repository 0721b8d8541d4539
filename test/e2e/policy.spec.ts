import { Restaurant } from '../support/restaurant.js';
import { expect, test } from '../support/visitor.js';

/** Remembers what the page's policy refuses from now on. */
function listen() {
  const page = window as never as { violations?: string[] };
  if (page.violations) return;
  page.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    page.violations?.push(`${violatedDirective} ${blockedURI} ${sourceFile}`);
  });
}
const violations = () => (window as never as { violations?: string[] }).violations;

test('a strict policy with enforced Trusted Types sees no violation, whatever the visitor does', async ({
  visitor,
  site,
}) => {
  const page = new Restaurant(visitor, site);
  await page.open();
  const policy = await visitor.run(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toMatch(/script-src 'nonce-[\w-]+' 'strict-dynamic'/);
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);

  await visitor.run(listen);
  await page.expectSees('banner');
  await page.press('Choose');
  await page.expectSees('preferences');
  await page.turn('Measuring visits');
  await page.press('Save choices');
  await page.expectReceived('google-analytics', ['script', 'page_view']);
  await page.choose();
  await page.press('Allow all');
  await page.expectReceived('brevo', ['script', 'page']);
  await page.expectReceived('mailbluster', ['form']);
  await page.settle();
  expect(await visitor.run(violations)).toEqual([]);

  // A returning visitor's page, with everything running from its start.
  await page.open();
  await visitor.run(listen);
  await page.expectReceived('brevo', ['script', 'page', 'script', 'page']);
  await page.settle();
  expect(await visitor.run(violations)).toEqual([]);
});

test('the policy of the demo is a real one: an injected inline script does not run', async ({
  visitor,
  site,
}) => {
  const page = new Restaurant(visitor, site);
  await page.open();
  await visitor.run(listen);
  await visitor.run(() => {
    const element = document.createElement('div');
    document.body.append(element);
    try {
      // What an attacker would try first. Trusted Types refuse the attribute, the nonce refuses its code.
      element.setAttribute('onclick', 'window.hit = true');
    } catch {
      // refused
    }
    element.click();
  });
  await expect.poll(() => visitor.run(violations)).toHaveLength(1);
  expect(await visitor.run(() => (window as never as { hit?: boolean }).hit)).toBeUndefined();
});

test('a style of the widget never needs a nonce, and the page never moves', async ({ visitor, site }) => {
  const page = new Restaurant(visitor, site);
  await page.open();
  await visitor.run(() => {
    const page = window as never as { shifts: number };
    page.shifts = 0;
    try {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as never as { value: number }[]) page.shifts += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    } catch {
      // Only Chromium measures it.
    }
  });
  await page.expectSees('banner');
  const place = () => visitor.run(() => document.querySelector('h1')?.getBoundingClientRect().top);
  const before = await place();
  await page.press('Choose');
  await page.expectSees('preferences');
  await visitor.press('Escape');
  await page.press('Deny all');
  await page.expectSees('banner', false);
  expect(await place()).toBe(before);
  expect(await visitor.run(() => (window as never as { shifts: number }).shifts)).toBe(0);
  expect(await visitor.run(() => document.querySelectorAll('[style], style').length)).toBe(0);
});
