import { GatePage } from '../support/gate-page.js';
import { expect, test } from '../support/visitor.js';

test.describe('the gate', () => {
  test('withholds every kind of marked element, releases what is allowed, and ends it on withdrawal', async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    await page.open('marked');
    await page.settle();
    expect(await page.requested()).toEqual([]);
    expect(await page.ran()).toEqual([]);

    await page.grant('analytics');
    await page.expectRequested(['external', 'pixel', 'srcset', 'style', 'vendor']);
    await page.expectRan(['inline', 'external', 'vendor']);

    await page.grant('media');
    await page.expectRequested(['both', 'external', 'frame', 'pixel', 'srcset', 'style', 'vendor']);
    await page.expectRan(['inline', 'external', 'vendor', 'both']);

    // A frame can be ended in the page; scripts that have run need the reload that follows.
    await page.deny('media');
    await expect
      .poll(() => visitor.run(() => document.querySelector('iframe')?.getAttribute('src') ?? null))
      .toBeNull();
  });

  test('releases again on the next page without being asked, and nothing after a withdrawal', async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    await page.open('marked');
    await page.grant();
    await page.expectRan(['inline', 'external', 'vendor', 'both']);
    await page.open('marked');
    await page.expectRan(['inline', 'external', 'vendor', 'both']);
    await page.deny();
    // What has run cannot be unloaded, so the page is loaded anew.
    await page.expectRan([]);
    const before = await page.requested();
    await page.open('marked');
    await page.settle();
    expect(await page.requested()).toEqual(before);
    expect(await page.ran()).toEqual([]);
  });

  test('runs scripts in document order, inline ones after the external ones they need', async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    await page.open('order');
    await page.settle();
    expect(await page.ran()).toEqual([]);
    await page.grant('analytics');
    await expect
      .poll(async () => (await page.ran()).filter((name) => name !== 'async'))
      .toEqual(['first', 'slow', 'needs-slow', 'after-broken', 'quick', 'knows-itself', 'last']);
    // It waited for nobody.
    const ran = await page.ran();
    expect(ran.indexOf('async')).toBeLessThan(ran.indexOf('slow'));
    expect(await visitor.run(() => (window as never as { isModule: boolean }).isModule)).toBe(true);
  });

  test('runs nothing twice, however often it is granted and whoever moves or copies the element', async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    await page.open('order');
    await page.grant('analytics');
    await expect.poll(async () => (await page.ran()).length).toBe(8);
    await page.grant('analytics');
    await visitor.run(() => {
      const scripts = [...document.querySelectorAll('body script')];
      document.body.append(...scripts);
      document.body.append(...scripts.map((script) => script.cloneNode(true)));
    });
    await page.settle();
    expect(await page.ran()).toHaveLength(8);
  });

  const WAYS: Record<string, (element: Element, place: Element) => void> = {
    append: (element, place) => place.append(element),
    insertBefore: (element, place) => void place.insertBefore(element, null),
    'a fragment': (element, place) => {
      const fragment = document.createDocumentFragment();
      fragment.append(element);
      place.append(fragment);
    },
    replaceChildren: (element, place) => place.replaceChildren(element),
    'a parent that comes later': (element, place) => {
      const parent = document.createElement('div');
      parent.append(element);
      place.append(parent);
    },
    'HTML text': (element, place) => {
      place.innerHTML = element.outerHTML;
    },
    insertAdjacentHTML: (element, place) => place.insertAdjacentHTML('beforeend', element.outerHTML),
    'a copy': (element, place) => place.append(element.cloneNode(true)),
    'a new body': (element) => {
      const body = document.createElement('body');
      body.append(element);
      document.body = body;
    },
    'an attribute set afterwards': (element, place) => {
      const mark = element.getAttribute('data-consentry') ?? '';
      element.removeAttribute('data-consentry');
      place.append(element);
      element.setAttribute('data-consentry', mark);
    },
  };
  for (const [way, insert] of Object.entries(WAYS)) {
    test(`withholds a script that comes by ${way}, and runs it once it is allowed`, async ({
      visitor,
      site,
    }) => {
      const page = new GatePage(visitor, site);
      const add = (name: string) =>
        visitor.run(
          // The way is a function of this file: it travels as text.
          `(name) => {
            const script = document.createElement('script');
            script.type = 'text/plain';
            script.setAttribute('data-consentry', 'analytics');
            script.setAttribute('src', 'http://127.0.0.1:4411/script.js?name=' + name);
            (${insert})(script, document.querySelector('main') ?? document.body);
          }` as never as (name: string) => void,
          name,
        );
      await page.open('empty');
      await add('early');
      await page.settle();
      expect(await page.requested()).toEqual([]);
      await page.grant('analytics');
      await page.expectRan(['early']);
      await add('late');
      await page.expectRan(['early', 'late']);
    });
  }

  test('keeps to a strict policy, and does not lend its nonce to a script that has none', async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    await page.open('strict');
    await page.settle();
    expect(await page.requested()).toEqual([]);
    await page.grant();
    await page.expectRan(['inline', 'external']);
    await page.expectRequested(['external', 'frame']);
    await page.settle();
    expect(await page.ran()).toEqual(['inline', 'external']);
    expect(await visitor.run(() => (window as never as { violations: string[] }).violations)).toEqual([]);
  });
});
