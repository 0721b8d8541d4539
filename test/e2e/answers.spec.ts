import { type RegimeSite, startRegimeSite } from '../support/regime-site.js';
import { expect, test, type Visitor } from '../support/visitor.js';

interface Page {
  consentry: {
    status(id: string): string | undefined;
    withdraw(): Promise<void>;
    receipts(): Promise<unknown>;
  };
  ran?: string[];
}

const ran = (visitor: Visitor) => () => visitor.run(() => (window as never as Page).ran ?? []);
const status = (visitor: Visitor) => () =>
  visitor.run(() => (window as never as Page).consentry.status('analytics'));
const isAsking = (visitor: Visitor) => () =>
  visitor.run(() => !!document.querySelector('consentry-banner')?.shadowRoot?.querySelector('button'));
const press = (visitor: Visitor, name: string) =>
  visitor.run((text) => {
    const buttons = document.querySelector('consentry-banner')?.shadowRoot?.querySelectorAll('button') ?? [];
    [...buttons].find(({ textContent }) => textContent?.trim() === text)?.click();
  }, name);

let site: RegimeSite;
test.beforeAll(async () => {
  site = await startRegimeSite();
});
test.afterAll(() => site.close());

/** Answers on a page on which nothing can take the answer yet, and goes on to the next one. */
async function answerInHaste(visitor: Visitor, name: string, on = site): Promise<void> {
  on.isSlow = true;
  on.held = 0;
  await visitor.goto(on.url({}));
  await expect.poll(isAsking(visitor)).toBe(true);
  await press(visitor, name);
  await expect.poll(isAsking(visitor)).toBe(false);
  expect(await status(visitor)()).toBe('undecided');
  expect(await ran(visitor)()).toEqual([]);
  // Asked for later, it would arrive, and take the answer here.
  await expect.poll(() => on.held).toBe(1);
  on.isSlow = false;
}

/** Nothing runs after it, neither on the page that comes again by itself nor on the next. */
async function withdrawAndGoOn(visitor: Visitor): Promise<void> {
  await visitor.run(() => (window as never as Page).consentry.withdraw());
  await expect.poll(ran(visitor)).toEqual([]);
  await visitor.goto(site.url({}));
  await expect.poll(status(visitor)).toBe('withdrawn');
  expect(await ran(visitor)()).toEqual([]);
}

test.describe('an answer by somebody who goes on before anything could take it', () => {
  test('is taken on the next page when it is a no, and not asked for again', async ({ visitor }) => {
    await answerInHaste(visitor, 'Deny all');
    await visitor.goto(site.url({}));
    await expect.poll(status(visitor)).toBe('denied');
    expect(await isAsking(visitor)()).toBe(false);
    await visitor.goto(site.url({}));
    expect(await status(visitor)()).toBe('denied');
    expect(await ran(visitor)()).toEqual([]);
  });

  test('is taken on the next page when it is a yes, and lets things run there', async ({ visitor }) => {
    await answerInHaste(visitor, 'Allow all');
    await visitor.goto(site.url({}));
    await expect.poll(ran(visitor)).toEqual(['acme', 'abroad']);
    expect(await status(visitor)()).toBe('granted');
    expect(await isAsking(visitor)()).toBe(false);
    expect(await visitor.run(() => sessionStorage.getItem('consentry-answer'))).toBeNull();
    await withdrawAndGoOn(visitor);
  });

  test('is taken on the next page also when that takes its time to come', async ({ visitor }) => {
    await answerInHaste(visitor, 'Allow all');
    site.pageTakesMs = 1500;
    await visitor.goto(site.url({}));
    site.pageTakesMs = 0;
    await expect.poll(ran(visitor)).toEqual(['acme', 'abroad']);
    expect(await isAsking(visitor)()).toBe(false);
    await withdrawAndGoOn(visitor);
  });

  test('is taken on a next page that has the banner in its HTML, which goes', async ({ visitor }) => {
    const everywhere = await startRegimeSite({ regime: {} });
    try {
      const isThere = () => visitor.run(() => !!document.querySelector('consentry-banner'));
      await visitor.goto(everywhere.url({ inline: 'yes' }));
      await expect.poll(isAsking(visitor)).toBe(true);
      // All of it is there now, and asks for nothing more.
      await visitor.run(() => (window as never as Page).consentry.receipts());
      await answerInHaste(visitor, 'Deny all', everywhere);
      await visitor.goto(everywhere.url({ inline: 'yes' }));
      await expect.poll(status(visitor)).toBe('denied');
      await expect.poll(isThere).toBe(false);
      expect(await ran(visitor)()).toEqual([]);
    } finally {
      everywhere.close();
    }
  });

  test('is asked for again by the one who stays, and forgotten, when what takes it cannot be had', async ({
    visitor,
  }) => {
    const kept = () => visitor.run(() => sessionStorage.getItem('consentry-answer'));
    site.isBroken = true;
    await visitor.goto(site.url({}));
    await expect.poll(isAsking(visitor)).toBe(true);
    await press(visitor, 'Allow all');
    await expect.poll(kept).not.toBeNull();
    await expect.poll(kept, { timeout: 15_000 }).toBeNull();
    expect(await isAsking(visitor)()).toBe(true);
    expect(await status(visitor)()).toBe('undecided');
    site.isBroken = false;
    await visitor.goto(site.url({}));
    await expect.poll(isAsking(visitor)).toBe(true);
    expect(await ran(visitor)()).toEqual([]);
    await press(visitor, 'Allow all');
    await expect.poll(ran(visitor)).toEqual(['acme', 'abroad']);
    await withdrawAndGoOn(visitor);
  });

  test('counts for what was on screen, and not for what a later build asks', async ({ visitor }) => {
    await answerInHaste(visitor, 'Allow all');
    await visitor.run(() => {
      const kept = JSON.parse(sessionStorage.getItem('consentry-answer') ?? '');
      sessionStorage.setItem('consentry-answer', JSON.stringify({ ...kept, asked: 'something else' }));
    });
    await visitor.goto(site.url({}));
    await expect.poll(isAsking(visitor)).toBe(true);
    expect(await status(visitor)()).toBe('undecided');
    expect(await ran(visitor)()).toEqual([]);
  });
});

test.describe('a click on the banner, when everything that takes it is there', () => {
  /** Clicks, and says how things are at the end of that task. */
  const clickAtOnce = async (visitor: Visitor, name: string) => {
    await visitor.goto(site.url({}));
    await expect.poll(isAsking(visitor)).toBe(true);
    return visitor.run(async (text) => {
      const { consentry } = window as never as Page;
      await consentry.receipts();
      const root = document.querySelector('consentry-banner')?.shadowRoot;
      const buttons = [...(root?.querySelectorAll('button') ?? [])];
      buttons.find(({ textContent }) => textContent?.trim() === text)?.click();
      for (let turn = 0; turn < 100; turn++) await null;
      return { asks: !!root?.querySelector('button'), status: consentry.status('analytics') };
    }, name);
  };

  test('closes it at once when it is a no, which follows in a task of its own', async ({ visitor }) => {
    expect(await clickAtOnce(visitor, 'Deny all')).toEqual({ asks: false, status: 'undecided' });
    await expect.poll(status(visitor)).toBe('denied');
    expect(await ran(visitor)()).toEqual([]);
  });

  test('closes it at once when it is a yes, and things run after that', async ({ visitor }) => {
    expect(await clickAtOnce(visitor, 'Allow all')).toEqual({ asks: false, status: 'undecided' });
    await expect.poll(ran(visitor)).toEqual(['acme', 'abroad']);
    expect(await status(visitor)()).toBe('granted');
    await withdrawAndGoOn(visitor);
  });
});

test.describe('a click on the page’s own link to the choices, before what takes such clicks is there', () => {
  const hasDialog = (visitor: Visitor) => () =>
    visitor.run(
      () => !!document.querySelector('consentry-preferences')?.shadowRoot?.querySelector('dialog[open]'),
    );

  test('opens them as soon as they can be, and goes nowhere', async ({ visitor }) => {
    let arrive = () => {};
    site.releasesAfter = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await visitor.goto(site.url({}));
    await expect.poll(isAsking(visitor)).toBe(true);
    await visitor.run(() => {
      const link = document.createElement('a');
      link.href = '/elsewhere';
      link.dataset.consentryOpen = 'preferences';
      document.body.append(link);
      link.click();
    });
    expect(await hasDialog(visitor)()).toBe(false);
    arrive();
    await expect.poll(hasDialog(visitor)).toBe(true);
    expect(await visitor.run(() => location.pathname)).toBe('/');
    expect(await status(visitor)()).toBe('undecided');
    // And from now on the other file alone takes them.
    await visitor.run(() =>
      document.querySelector('consentry-preferences')?.shadowRoot?.querySelector('dialog')?.close(),
    );
    await expect.poll(hasDialog(visitor)).toBe(false);
    await visitor.run(() => document.querySelector('a')?.click());
    await expect.poll(hasDialog(visitor)).toBe(true);
  });
});
