import { readFileSync } from 'node:fs';
import { PolicyPage } from '../support/policy-page.js';
import { expect, test } from '../support/visitor.js';

/** The sites, and how many requests a grant causes at least: a script and its view, or a pixel. */
const SITES: Readonly<Record<string, number>> = {
  'ai-robotics': 2,
  appscloud: 2,
  mecara: 1,
  omakase: 2,
  globalsign: 3,
};
const vendorsOf = (name: string, language: string) => {
  const file = new URL(`../../examples/policies/${name}/consentry.json`, import.meta.url);
  const { vendors } = JSON.parse(readFileSync(file, 'utf8')) as {
    vendors: Record<string, { name: string | Record<string, string> }>;
  };
  return Object.values(vendors).map(({ name: of }) => (typeof of === 'string' ? of : (of[language] ?? '')));
};

for (const [name, least] of Object.entries(SITES))
  test.describe(`the site of the policy ${name}`, () => {
    test('asks first; a vendor hears of a visitor after a yes, and no more after a withdrawal', async ({
      visitor,
      site,
    }) => {
      const page = new PolicyPage(visitor, site, name);
      await page.open();
      await page.expectSees('banner');
      await page.clickSomewhere();
      await page.open('privacy.en.html');
      await page.open();
      await page.settle();
      expect(await page.arrived()).toEqual([]);
      expect(await page.foreignCookies()).toEqual([]);

      await page.press('Allow all');
      await page.expectArrived(least);
      await page.expectSees('banner', false);

      await page.choose();
      await page.press('Deny all');
      await page.expectSees('preferences', false);
      await page.settle();
      const before = (await page.arrived()).length;
      await page.open();
      await page.clickSomewhere();
      await page.settle();
      expect((await page.arrived()).length).toBe(before);
      expect(await page.foreignCookies()).toEqual([]);
    });

    test('a no keeps every vendor out', async ({ visitor, site }) => {
      const page = new PolicyPage(visitor, site, name);
      await page.open();
      await page.press('Deny all');
      await page.expectSees('banner', false);
      await page.open();
      await page.clickSomewhere();
      await page.settle();
      expect(await page.arrived()).toEqual([]);
    });

    test('tells of exactly the vendors of its config, in both languages, from every page', async ({
      visitor,
      site,
    }) => {
      const page = new PolicyPage(visitor, site, name);
      for (const [language, home] of [
        ['ja', ''],
        ['en', 'en/'],
      ] as const) {
        for (const path of [home, `privacy.${language}.html`, `request.${language}.html`]) {
          await page.open(path);
          const href = await visitor.run(
            (of) => document.querySelector(`footer a[href$="external.${of}.html"]`)?.getAttribute('href'),
            language,
          );
          expect(href, path).toBe(`/${name}/external.${language}.html`);
        }
        await page.open(`external.${language}.html`);
        expect(await page.services()).toEqual(vendorsOf(name, language));
      }
    });

    test('has its request page within reach of the keyboard', async ({ visitor, site }) => {
      const page = new PolicyPage(visitor, site, name);
      await page.open();
      await page.press('Deny all');
      await page.expectSees('banner', false);
      const onLink = () =>
        visitor.run(() => (document.activeElement as HTMLAnchorElement | null)?.pathname ?? '');
      for (let tabs = 0; tabs < 12 && !(await onLink()).endsWith('/request.en.html'); tabs++)
        await visitor.press('Tab');
      expect(await onLink()).toBe(`/${name}/request.en.html`);
      await visitor.press('Enter');
      await expect
        .poll(() => visitor.run(() => document.querySelector('h1')?.textContent))
        .toBe('Your requests');
      const inMain = () => visitor.run(() => !!document.activeElement?.closest('main .way'));
      for (let tabs = 0; tabs < 12 && !(await inMain()); tabs++) await visitor.press('Tab');
      expect(await inMain()).toBe(true);
    });
  });

test('a request by form is kept, and what is missing is said', async ({ visitor, site }) => {
  const page = new PolicyPage(visitor, site, 'ai-robotics');
  await page.open('request.en.html');
  const send = (values: Record<string, string>) =>
    visitor.run(async (filled) => {
      const answer = await fetch('/ai-robotics/requests?language=en', {
        method: 'POST',
        body: new URLSearchParams(filled),
      });
      return { status: answer.status, url: answer.url, text: await answer.text() };
    }, values);
  const right = { right: 'disclosure', name: 'Hanako', message: 'All of it' };
  const wrong = await send({ ...right, email: 'nobody' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Give an e-mail address');
  expect(wrong.text).not.toContain('Its number');
  const kept = await send({ ...right, email: 'hanako@example.com' });
  expect(kept.status).toBe(200);
  expect(kept.text).toContain('Its number');
  // Only a holder of the read token may see what others wrote.
  expect(await visitor.run(async () => (await fetch('/ai-robotics/requests')).status)).toBe(401);
});

test('a request by certified mail is told its papers and its fee', async ({ visitor, site }) => {
  const page = new PolicyPage(visitor, site, 'appscloud');
  const told = async (query: string) => {
    await page.open(`request.en.html?${query}`);
    return visitor.run(() => document.querySelector('.done')?.textContent ?? '');
  };
  const own = await told('right=disclosure&who=self');
  expect(own).toContain('¥5,400');
  expect(own).not.toContain('Power of attorney');
  const proxy = await told('right=correction&who=proxy');
  expect(proxy).toContain('Power of attorney');
  expect(proxy).toContain('free of charge');
});

test('a request by mail is a draft that the page itself does not send', async ({ visitor, site }) => {
  const page = new PolicyPage(visitor, site, 'mecara');
  await page.open('request.ja.html?right=disclosure');
  const href = await visitor.run(() => document.querySelector('.done a')?.getAttribute('href') ?? '');
  expect(href).toMatch(/^mailto:info@aimicros\.com\?subject=/);
  expect(decodeURIComponent(href)).toContain('請求の種類：開示');
});
