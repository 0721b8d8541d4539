import { Restaurant } from '../support/restaurant.js';
import { expect, test } from '../support/visitor.js';

test.describe('before a decision', () => {
  test('nothing reaches a vendor and nothing of a vendor is stored', async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.expectSees('banner');
    await page.clickSomewhere();
    await page.open('/en/privacy/');
    await page.open();
    await page.settle();
    expect(await page.received()).toEqual([]);
    expect(await page.cookies()).toEqual([]);
    expect(await page.stored()).toEqual([]);
    expect(await visitor.run(() => document.cookie)).toBe('');
  });

  test('the same page without Consentry reaches all three at once, so that the silence above means something', async ({
    visitor,
    site,
  }) => {
    const page = new Restaurant(visitor, site);
    await page.open('/plain/');
    await expect.poll(async () => new Set((await page.received()).map(({ vendor }) => vendor)).size).toBe(3);
    await expect.poll(page.cookies).toEqual(['_ga', '_ga_OMAKASE01', 'sib_cuid']);
  });

  test('the focus stays with the page, and closing the dialog decides nothing', async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.expectSees('banner');
    expect(await visitor.run(() => document.activeElement === document.body)).toBe(true);
    await page.choose();
    await visitor.press('Escape');
    await page.expectSees('preferences', false);
    expect(await page.status('analytics')).toBe('undecided');
    expect(await page.received()).toEqual([]);
    await page.expectSees('banner');
  });
});

test.describe('a decision', () => {
  test('for measuring alone starts Google and nobody else', async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.press('Choose');
    await page.turn('Measuring visits');
    await page.press('Save choices');
    await page.expectReceived('google-analytics', ['script', 'page_view']);
    await page.settle();
    expect(await page.receivedBy('brevo')).toEqual([]);
    expect(await page.receivedBy('mailbluster')).toEqual([]);
    expect(await page.cookies()).toEqual(['_ga', '_ga_OMAKASE01']);
    await page.expectSees('banner', false);
  });

  test('for everything starts all three, each once', async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.press('Allow all');
    await page.expectReceived('google-analytics', ['script', 'page_view']);
    await page.expectReceived('brevo', ['script', 'page']);
    await page.expectReceived('mailbluster', ['form']);
    await page.expectSees('banner', false);
    expect(await page.cookies()).toEqual(['_ga', '_ga_OMAKASE01', 'sib_cuid']);
  });

  test('against everything keeps all three out, on this page and the next', async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.press('Deny all');
    await page.expectSees('banner', false);
    await page.clickSomewhere();
    await page.open();
    await page.clickSomewhere();
    await page.settle();
    expect(await page.received()).toEqual([]);
    expect(await page.cookies()).toEqual([]);
    expect(await page.sees('banner')).toBe(false);
  });

  test('of one vendor alone is possible under a purpose that is denied', async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.press('Choose');
    await page.turn('Mailbluster');
    await page.press('Save choices');
    await page.expectReceived('mailbluster', ['form']);
    await page.settle();
    expect(await page.receivedBy('brevo')).toEqual([]);
    expect(await page.status('mail')).toBe('denied');
  });
});

test.describe('a withdrawal', () => {
  test('silences every vendor and removes their cookies from the host and the parent domain', async ({
    visitor,
    site,
  }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.press('Allow all');
    await page.expectReceived('brevo', ['script', 'page']);
    await page.expectReceived('google-analytics', ['script', 'page_view']);
    // Vendors set their cookies on different scopes; both have to go.
    await visitor.run(() => {
      document.cookie = '_ga=host-only; path=/';
      document.cookie = `_ga=parent; path=/; domain=${location.hostname.split('.').slice(1).join('.')}`;
    });
    await page.choose();
    await page.press('Deny all');
    // Brevo cannot be stopped in a page, so the page is loaded anew.
    await expect
      .poll(() => visitor.run(() => performance.getEntriesByType('navigation')[0]?.toJSON().type))
      .toBe('reload');
    await expect.poll(page.cookies).toEqual([]);
    const before = await page.received();
    await page.clickSomewhere();
    await page.settle();
    expect(await page.received()).toEqual(before);
    expect(await page.status('analytics')).toBe('withdrawn');
    await page.open();
    await page.settle();
    expect(await page.received()).toEqual(before);
    expect(await page.cookies()).toEqual([]);
  });

  test('of measuring alone silences Google without loading the page anew', async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.press('Choose');
    await page.turn('Measuring visits');
    await page.press('Save choices');
    await page.expectReceived('google-analytics', ['script', 'page_view']);
    await visitor.run(() => {
      (window as never as { stayed: boolean }).stayed = true;
    });
    await page.choose();
    await page.press('Deny all');
    await expect.poll(page.cookies).toEqual([]);
    await page.clickSomewhere();
    await page.settle();
    expect((await page.receivedBy('google-analytics')).filter((what) => what === 'page_view')).toHaveLength(
      1,
    );
    expect(await page.cookies()).toEqual([]);
    expect(await visitor.run(() => (window as never as { stayed?: boolean }).stayed)).toBe(true);
    expect((await page.googleCommands()).at(-1)).toBe('consent update');
  });
});

test.describe('a returning visitor', () => {
  test('sees no banner, and Google hears default and update before its first event', async ({
    visitor,
    site,
  }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.press('Allow all');
    await page.expectReceived('google-analytics', ['script', 'page_view']);
    await page.open();
    await page.expectReceived('google-analytics', ['script', 'page_view', 'script', 'page_view']);
    expect(await page.googleCommands()).toEqual(['consent default', 'consent update', 'js', 'config']);
    // The event of the second page left with consent, not before it was told.
    expect((await page.received()).filter(({ what }) => what === 'page_view').map(({ gcs }) => gcs)).toEqual([
      'G101',
      'G101',
    ]);
    expect(await page.sees('banner')).toBe(false);
  });

  test('downloads the boot and what releases and deletes, never what asks', async ({ visitor, site }) => {
    const page = new Restaurant(visitor, site);
    await page.open();
    await page.press('Deny all');
    await page.expectSees('banner', false);
    await expect.poll(async () => (await page.receipts()).length).toBe(1);
    await page.open();
    await page.settle();
    const ours = await visitor.run(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.startsWith('/consentry')),
    );
    expect(ours.map((path) => path.replace(/\.[\w]+\.js$/, '.#.js'))).toEqual([
      '/consentry.js',
      '/consentry-release.#.js',
    ]);
  });

  test.describe('with a broken cookie', () => {
    for (const [name, value] of Object.entries({
      garbage: '%7B%22analytics%22%3Atrue%7D',
      'a bare true': 'true',
      'half of a cookie': '1.1.i.0123456789abcdef',
      'a cookie of a later version': '9.1.i.0123456789abcdef012345.t0.',
    })) {
      test(`is asked again, and nothing runs meanwhile (${name})`, async ({ visitor, site }) => {
        const page = new Restaurant(visitor, site);
        await page.open('/watch');
        await visitor.run((text) => {
          document.cookie = `consentry=${text}; path=/`;
        }, value);
        await page.open();
        await page.expectSees('banner');
        await page.settle();
        expect(await page.received()).toEqual([]);
        await page.press('Allow all');
        await page.expectReceived('mailbluster', ['form']);
        await page.open();
        await page.settle();
        expect(await page.sees('banner')).toBe(false);
      });
    }

    test('of which there are two is asked again, and can decide', async ({ visitor, site }) => {
      const page = new Restaurant(visitor, site);
      await page.open();
      await page.press('Allow all');
      await page.expectReceived('google-analytics', ['script', 'page_view']);
      await page.expectReceived('brevo', ['script', 'page']);
      await page.expectReceived('mailbluster', ['form']);
      await visitor.run(() => {
        const [, value] = /consentry=([^;]+)/.exec(document.cookie) ?? [];
        const parent = location.hostname.split('.').slice(1).join('.');
        document.cookie = `consentry=${value?.replace('.g0~', '.d0~')}; path=/; domain=${parent}`;
      });
      const before = (await page.received()).length;
      await page.open();
      await page.expectSees('banner');
      await page.settle();
      expect(await page.received()).toHaveLength(before);
      await page.press('Deny all');
      await page.open();
      await page.settle();
      expect(await page.sees('banner')).toBe(false);
      expect(await page.status('analytics')).toBe('denied');
    });
  });
});

test('a second open tab follows a decision at once, and its withdrawal', async ({ visitor, site }) => {
  const page = new Restaurant(visitor, site);
  const other = new Restaurant(await visitor.openTab(), site);
  await page.open();
  await other.open();
  await other.expectSees('banner');
  await page.press('Allow all');
  await expect.poll(() => other.isAllowed('google-analytics')).toBe(true);
  await other.expectSees('banner', false);
  await expect.poll(other.googleCommands).toContain('config');
  await page.choose();
  await page.press('Deny all');
  await expect.poll(() => other.isAllowed('google-analytics')).toBe(false);
  await expect.poll(other.cookies).toEqual([]);
});
