import { type PageSettings, type RegimeSite, startRegimeSite } from '../support/regime-site.js';
import { expect, test, type Visitor } from '../support/visitor.js';

interface Page {
  consentry: {
    isAllowed(id: string): boolean;
    grant(...ids: string[]): Promise<void>;
    deny(...ids: string[]): Promise<void>;
  };
  ran?: string[];
}

const ran = (visitor: Visitor) => () => visitor.run(() => (window as never as Page).ran ?? []);
const isAllowed = (visitor: Visitor) =>
  visitor.run(() => (window as never as Page).consentry.isAllowed('acme'));
const bannerText = (visitor: Visitor) => () =>
  visitor.run(() => document.querySelector('consentry-banner')?.shadowRoot?.textContent ?? '');

let regimes: RegimeSite;
test.beforeAll(async () => {
  regimes = await startRegimeSite();
});
test.afterAll(() => regimes.close());
test.beforeEach(() => {
  regimes.place = '';
});

/** Withheld, and asked about; after a yes it runs, and after a no never again. */
async function expectAskedFirst(visitor: Visitor, settings: PageSettings) {
  await visitor.goto(regimes.url(settings));
  await expect.poll(bannerText(visitor)).toContain('We would like to measure visits with Acme and Abroad');
  expect(await isAllowed(visitor)).toBe(false);
  expect(await ran(visitor)()).toEqual([]);
  await visitor.run(() => (window as never as Page).consentry.grant('analytics'));
  await expect.poll(ran(visitor)).toEqual(['acme', 'abroad']);
  await visitor.run(() => (window as never as Page).consentry.deny('analytics'));
  await expectStopped(visitor);
}

/** The page loads itself anew, since what has run cannot be unloaded. */
async function expectStopped(visitor: Visitor) {
  await expect.poll(ran(visitor)).toEqual([]);
  // The new page may not have come to our script yet.
  await expect
    .poll(() => visitor.run(() => (window as never as Partial<Page>).consentry?.isAllowed('acme')))
    .toBe(false);
}

/** Runs while the visitor is told, until a no. */
async function expectTold(visitor: Visitor, settings: PageSettings) {
  await visitor.goto(regimes.url(settings));
  expect(await isAllowed(visitor)).toBe(true);
  await expect.poll(ran(visitor)).toEqual(['acme']);
  await expect.poll(bannerText(visitor)).toContain('We measure visits with Acme');
  // What waits for a yes everywhere is not said to run, and did not.
  expect(await bannerText(visitor)()).toContain(
    'We would like to measure visits with Abroad. Nothing of theirs has loaded yet.',
  );
  expect(await bannerText(visitor)()).toContain('Deny all');
  expect(await ran(visitor)()).toEqual(['acme']);
  await visitor.run(() => (window as never as Page).consentry.deny('analytics'));
  await expectStopped(visitor);
}

test.describe('a site with rules by place', () => {
  test('asks first where nothing tells the place', async ({ visitor }) => {
    await expectAskedFirst(visitor, {});
  });

  test('asks first in Germany, by the page’s own HTML', async ({ visitor }) => {
    await expectAskedFirst(visitor, { meta: 'DE' });
  });

  test('tells in Japan, by the page’s own HTML', async ({ visitor }) => {
    await expectTold(visitor, { meta: 'JP' });
  });

  test('tells in Japan, by the header the page came with', async ({ visitor }) => {
    await expectTold(visitor, { header: 'JP' });
  });

  test('tells in Japan, by the element of the script', async ({ visitor }) => {
    await expectTold(visitor, { script: 'JP' });
  });

  test('asks first for texts that are no place', async ({ visitor }) => {
    await expectAskedFirst(visitor, { meta: '"><img src=x onerror=alert(1)>', script: 'JP' });
  });

  test('asks first until the server has told the place, and follows it from the next page on', async ({
    visitor,
  }) => {
    regimes.place = 'JP';
    await visitor.goto(regimes.url({}));
    expect(await isAllowed(visitor)).toBe(false);
    await expect.poll(() => visitor.run(() => sessionStorage.getItem('consentry-place'))).toBe('JP');
    // What the banner says on this page stays true.
    expect(await isAllowed(visitor)).toBe(false);
    const { asked } = regimes;
    await expectTold(visitor, {});
    expect(regimes.asked).toBe(asked);
  });
});

test.describe('a vendor that Japan wants asked about first', () => {
  test('runs after a yes, and not after it was taken back', async ({ visitor }) => {
    await visitor.goto(regimes.url({ meta: 'JP' }));
    await expect.poll(ran(visitor)).toEqual(['acme']);
    await visitor.run(() => (window as never as Page).consentry.grant('analytics'));
    await expect.poll(ran(visitor)).toEqual(['acme', 'abroad']);
    await visitor.run(() => (window as never as Page).consentry.deny('abroad'));
    await expect.poll(ran(visitor)).toEqual(['acme']);
  });

  test('is asked for in Japanese, beside what is told of the others', async ({ visitor }) => {
    await visitor.goto(regimes.url({ meta: 'JP', language: 'ja' }));
    await expect
      .poll(bannerText(visitor))
      .toContain(
        '訪問の測定のためにAcmeを利用します。いつでも変更できます。訪問の測定のためにAbroadを利用したいと考えています。まだ何も送信していません。',
      );
  });
});

test.describe('a site where nobody has to wait in Japan', () => {
  for (const [language, sentence, stop] of [
    ['en', 'We measure visits with Acme. You can change this any time.', 'Stop all'],
    ['ja', '訪問の測定のためにAcmeを利用します。いつでも変更できます。', 'すべて停止する'],
  ] as const)
    test(`tells and offers to object (${language})`, async ({ visitor }) => {
      const vendors = {
        acme: {
          ...{ adapter: false, purposes: ['analytics'], name: 'Acme', provider: 'Acme Ltd' },
          ...{ information: 'Pages viewed', usedFor: 'Counting visits' },
        },
      };
      const site = await startRegimeSite({ vendors });
      try {
        await visitor.goto(site.url({ meta: 'JP', language }));
        await expect.poll(bannerText(visitor)).toContain(sentence);
        await expect.poll(ran(visitor)).toEqual(['acme']);
        await visitor.run((label) => {
          const { shadowRoot } = document.querySelector('consentry-banner') as Element;
          const buttons = [...(shadowRoot as ShadowRoot).querySelectorAll('button')];
          (buttons.find(({ textContent }) => textContent === label) as HTMLElement).click();
        }, stop);
        await expectStopped(visitor);
      } finally {
        site.close();
      }
    });
});
