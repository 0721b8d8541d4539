import { ALL_SIGNALS, type GoogleCheckSite, startGoogleCheckSite } from '../support/google-check-site.js';
import { expect, test } from '../support/visitor.js';

interface Page {
  consentry: { version?: string; decide(choices: object): Promise<void> };
  otherBanner(): void;
  warned: string[];
  told: [kind: string, state: Record<string, string>][];
}
const ready = () => Boolean((window as never as Page).consentry?.version);
const decide = (analytics: string, marketing: string) =>
  (window as never as Page).consentry.decide({ analytics, marketing });

/** Notes what the console is told, in browsers whose driver does not tell. */
const listen = () => {
  const page = window as never as Page;
  page.warned ||= [];
  const { warn } = console;
  console.warn = (text: string) => {
    page.warned.push(text);
    warn(text);
  };
};
const later = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50)));

let site: GoogleCheckSite;
test.beforeAll(async () => {
  site = await startGoogleCheckSite();
});
test.afterAll(() => site.close());

test.describe('the self-check of a page in development', () => {
  test('names a second consent implementation, at page start and when it acts later', async ({ visitor }) => {
    await visitor.goto(site.url('second', 'second'));
    await expect.poll(() => visitor.run(ready)).toBe(true);
    await visitor.run(listen);
    // What was said at page start is in the console only; WebKit's driver does not tell.
    if (test.info().project.name !== 'webkit')
      await expect.poll(() => visitor.messages().join()).toContain('[google-second-default]');
    await visitor.run(() => (window as never as Page).otherBanner());
    await visitor.run(decide, 'deny', 'deny');
    await expect
      .poll(() => visitor.run(() => (window as never as Page).warned.join()))
      .toContain('[google-second-update]: A second consent implementation is on the page');
  });

  test('says nothing on a page where Consentry alone tells Google', async ({ visitor }) => {
    await visitor.goto(site.url('right', 'right'));
    await expect.poll(() => visitor.run(ready)).toBe(true);
    await visitor.run(listen);
    await visitor.run(decide, 'grant', 'deny');
    await visitor.run(decide, 'deny', 'grant');
    await visitor.run(later);
    expect(await visitor.run(() => (window as never as Page).warned)).toEqual([]);
    expect(visitor.messages()).toEqual([]);
  });
});

test.describe('the Tag Manager template, in a container of a page', () => {
  const told = () =>
    (window as never as Page).told.map(([kind, state]) => [
      kind,
      Object.keys(state)
        .filter((name) => state[name] === 'granted')
        .sort(),
    ]);
  const granted = (...besides: string[]) =>
    ALL_SIGNALS.filter(
      (name) => name === 'security_storage' || besides.some((part) => name.startsWith(part)),
    ).sort();

  test('tells Google the default, each decision, and those of other tabs', async ({ visitor }) => {
    const url = site.url('template', 'template');
    await visitor.goto(url);
    await expect.poll(() => visitor.run(ready)).toBe(true);
    await visitor.run(later);
    expect(await visitor.run(told)).toEqual([['default', granted()]]);
    await visitor.run(decide, 'grant', 'deny');
    const first = [
      ['default', granted()],
      ['update', granted('analytics')],
    ];
    await expect.poll(() => visitor.run(told)).toEqual(first);

    const other = await visitor.openTab();
    await other.goto(url);
    // The visitor is known there, from page start.
    await expect.poll(() => other.run(told)).toEqual(first);
    await other.run(decide, 'deny', 'deny');
    const second = [...first, ['update', granted()]];
    await expect.poll(() => other.run(told)).toEqual(second);
    await expect.poll(() => visitor.run(told)).toEqual(second);
    // Consentry itself has told nothing: what is in the layer is the event for triggers.
    const layer = await visitor.run(() =>
      (window as never as { dataLayer: { event?: string }[] }).dataLayer.map(({ event }) => event),
    );
    expect(layer).toEqual(['consentry_update', 'consentry_update']);
  });
});
