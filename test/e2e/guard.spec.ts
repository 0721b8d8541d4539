import { GatePage } from '../support/gate-page.js';
import { expect, test } from '../support/visitor.js';

/** Names in the storage of a page. */
const stored = () => [
  ...document.cookie
    .split('; ')
    .map((pair) => pair.split('=')[0] ?? '')
    .filter((name) => name && !name.startsWith('consentry')),
  ...Object.keys(localStorage).filter((name) => !name.startsWith('consentry')),
];
const track = (name: string) => (window as never as { track(name: string): void }).track(name);
const OWN = ['basket', 'theme'];

for (const [layer, pageName] of [
  ['the guard', 'unmarked'],
  ['the guard with a policy', 'unmarked-strict'],
] as const) {
  test.describe(`${layer}, on a page where nothing is marked`, () => {
    test('lets nothing of a known host run, load, send or store before a decision, and leaves others alone', async ({
      visitor,
      site,
    }) => {
      const page = new GatePage(visitor, site);
      await page.open(pageName);
      await page.settle();
      await visitor.run(track, 'second');
      await page.settle();
      await page.expectRan([]);
      // What stands in the HTML may be requested before a script can act, but it never runs.
      expect((await page.requested()).filter((name) => !/^(static|frame)$/.test(name))).toEqual(['neutral']);
      expect(await visitor.run(() => frames[0]?.location.href)).toBe('about:blank');
      await expect.poll(() => visitor.run(stored)).toEqual(OWN);
      expect(await visitor.run(() => (window as never as { failed: string }).failed)).toBe('TypeError');
    });

    test('lets all of it come once it is granted, and ends it on withdrawal', async ({ visitor, site }) => {
      const page = new GatePage(visitor, site);
      await page.open(pageName);
      await page.grant('acme');
      await expect.poll(async () => (await page.ran()).sort()).toEqual(['dynamic', 'static']);
      await expect.poll(page.requested).toEqual(expect.arrayContaining(['html', 'frame']));
      // Of another origin now, where nobody can look: the vendor's page is in it.
      await expect
        .poll(() => visitor.run(() => document.querySelector('iframe')?.contentDocument))
        .toBeNull();
      await visitor.run(track, 'granted');
      await expect
        .poll(page.requested)
        .toEqual(expect.arrayContaining(['granted-fetch', 'granted-beacon', 'granted-realm']));
      expect(await visitor.run(stored)).toEqual(
        expect.arrayContaining(['_acme_id', 'acme-queue', 'acmeTab']),
      );

      await page.deny('acme');
      // What has run cannot be unloaded: the page comes again without it, and without what it had stored.
      await expect.poll(page.ran).toEqual([]);
      await expect.poll(() => visitor.run(stored)).toEqual(OWN);
      await page.settle();
      const before = (await page.requested()).length;
      await visitor.run(track, 'withdrawn');
      await page.settle();
      expect((await page.requested()).length).toBe(before);
      expect((await page.requested()).filter((name) => name.startsWith('withdrawn'))).toEqual([]);
      expect(await visitor.run(stored)).toEqual(OWN);
    });
  });
}

test('what is guarded looks to a page as it did before', async ({ visitor, site }) => {
  const page = new GatePage(visitor, site);
  await page.open('unmarked');
  const looks = await visitor.run(() => {
    const setter = (owner: object, name: string) => Object.getOwnPropertyDescriptor(owner, name)?.set;
    const functions = {
      fetch,
      append: Element.prototype.append,
      setAttribute: Element.prototype.setAttribute,
      toString: Function.prototype.toString,
      src: setter(HTMLScriptElement.prototype, 'src'),
      cookie: setter(Document.prototype, 'cookie'),
    };
    const said = Object.entries(functions).map(
      ([name, fn]) => [name, /\[native code\]/.test(`${fn}`) && !/Proxy/.test(`${fn}`), fn?.length] as const,
    );
    const errors = [
      () => (fetch as never as () => void).call({}),
      () => Element.prototype.append.call({} as Element),
      () => document.body.appendChild(null as never),
      () => new WebSocket('mailto:nobody'),
      () => (WebSocket as never as () => void)(),
    ].map((run) => {
      try {
        run();
        return 'nothing';
      } catch (error) {
        return (error as Error).name;
      }
    });
    return {
      said,
      errors,
      same: [
        new Image() instanceof HTMLImageElement,
        new Image() instanceof Image,
        localStorage instanceof Storage,
        localStorage === window.localStorage,
        localStorage.getItem === Storage.prototype.getItem,
        Storage.prototype.getItem.call(localStorage, 'theme') === 'dark',
        new StorageEvent('storage', { storageArea: localStorage }).storageArea !== null,
        document.createElement('p').append === Element.prototype.append,
        `${fetch}`.includes('fetch'),
      ],
    };
  });
  expect(looks.said.every(([, native]) => native)).toBe(true);
  expect(looks.said.map(([name, , length]) => [name, length])).toEqual([
    ['fetch', 1],
    ['append', 0],
    ['setAttribute', 2],
    ['toString', 0],
    ['src', 1],
    ['cookie', 1],
  ]);
  expect(looks.errors.slice(1)).toEqual(['TypeError', 'TypeError', 'SyntaxError', 'TypeError']);
  expect(looks.same).toEqual(looks.same.map(() => true));
});
