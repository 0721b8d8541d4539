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

test('a page is not searched again when it changes a style or takes something away, and what comes is looked at', async ({
  visitor,
  site,
}) => {
  const page = new GatePage(visitor, site);
  await page.open('unmarked');
  await page.settle();
  const searches = await visitor.run(async () => {
    const { querySelectorAll } = Element.prototype;
    let count = 0;
    Element.prototype.querySelectorAll = function (this: Element, selectors: string) {
      count++;
      return querySelectorAll.call(this, selectors);
    } as typeof querySelectorAll;
    const after = async (change: () => void) => {
      const before = count;
      change();
      await new Promise((resolve) => setTimeout(resolve));
      return count - before;
    };
    const old = document.body.appendChild(document.createElement('p'));
    await after(() => {});
    const found = [
      await after(() => {
        document.body.style.opacity = '0.9';
      }),
      await after(() => old.remove()),
      await after(() => {
        const box = document.createElement('div');
        box.append(document.createElement('i'));
        document.body.append(box);
      }),
    ];
    Element.prototype.querySelectorAll = querySelectorAll;
    return found;
  });
  expect(searches.slice(0, 2)).toEqual([0, 0]);
  expect(searches[2]).toBeGreaterThan(0);
});

test('a style that names a withheld host by the object model is cleaned', async ({ visitor, site }) => {
  const page = new GatePage(visitor, site);
  await page.open('unmarked');
  await page.settle();
  const styles = await visitor.run(async () => {
    const host = new URL(
      (document.querySelector('iframe[data-consentry-src]') as Element).getAttribute(
        'data-consentry-src',
      ) as string,
    ).host;
    document.body.style.backgroundImage = `url(http://${host}/style.gif)`;
    await new Promise((resolve) => setTimeout(resolve));
    return [document.body.style.backgroundImage, document.body.getAttribute('data-consentry-style')];
  });
  expect(styles[0]).not.toContain('style.gif');
  expect(styles[1]).toContain('style.gif');
});

test('a script that the page has marked for one vendor and loads from another runs when both are allowed', async ({
  visitor,
  site,
}) => {
  const page = new GatePage(visitor, site);
  const html = `<!doctype html><script src="/guarded/consentry.js"></script><body>
    <script type="text/plain" data-consentry="media" src="http://127.0.0.1:4411/script.js?name=shared"></script>`;
  await page.openHtml(html);
  await page.settle();
  await page.expectRan([]);
  await page.grant('media');
  await page.settle();
  // As it was allowed on the page before, too.
  await page.openHtml(html);
  await page.settle();
  await page.expectRan([]);
  await page.expectRequested([]);
  await page.grant('acme');
  await page.expectRan(['shared']);
  await page.deny('acme');
  await page.expectRan([]);
  await page.settle();
  await page.expectRequested(['shared']);
});

test('a script that the page has marked for one vendor runs when what it imports of another is allowed too', async ({
  visitor,
  site,
}) => {
  const page = new GatePage(visitor, site);
  await page.openHtml(`<!doctype html><script src="/guarded/consentry.js"></script><body>
    <script type="text/plain" data-consentry="media">(window.ran ||= []).push('own')</script>
    <script type="text/plain" data-consentry="media">
      import('http://127.0.0.1:4411/script.js?name=imported');
    </script>`);
  await page.settle();
  await page.expectRan([]);
  await page.grant('media');
  await page.expectRan(['own']);
  await page.settle();
  await page.expectRequested([]);
  await page.grant('acme');
  await page.expectRan(['own', 'imported']);
  await page.deny('acme');
  await page.expectRan(['own']);
  await page.settle();
  await page.expectRequested(['imported']);
});
