import { STARTERS } from '../support/starters.mjs';
import { expect, test, type Visitor } from '../support/visitor.js';

const STARTERS_PORT = 4430;

interface Page {
  mounted: Promise<number>;
  said: string[];
  isOld?: boolean;
  /** Set by the vendor that the config loads. */
  isMeasured?: boolean;
  consentry?: { grant(): Promise<void> };
}

/** What a visitor of a starter page sees and does, and what is left of the page; ours is taken out. */
async function visit() {
  const page = window as never as Page;
  await page.mounted;
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done));
  const root = document.querySelector('my-element')?.shadowRoot ?? document;
  const images = [...root.querySelectorAll('img')];
  await Promise.all(images.map((image) => image.decode()));
  const counter = root.querySelector('.counter') as HTMLButtonElement;
  const html = () => {
    // A copy in this document would ask for its images once more.
    const copy = document.implementation.createHTMLDocument('').importNode(document.documentElement, true);
    const ours =
      '[src^="/consentry"], [src*="/consentry-"], [src^="/vendor/"], consentry-banner, meta[http-equiv]';
    for (const each of copy.querySelectorAll(ours)) each.remove();
    // Lit marks its places by a random number.
    return (copy.outerHTML + (root === document ? '' : (root as ShadowRoot).innerHTML)).replace(
      /lit\$\d+\$/g,
      'lit$',
    );
  };
  const seen = {
    title: document.title,
    heading: document.querySelector('h1')?.textContent,
    counts: [counter.textContent?.trim()],
    links: [...root.querySelectorAll('a')].map(({ href, target }) => `${target} ${href}`),
    images: images.map((image) => [image.getAttribute('src'), image.naturalWidth > 0]),
    before: html(),
    after: '',
    cookies: document.cookie,
  };
  for (let clicks = 1; clicks <= 3; clicks++) {
    const changed = new Promise((done) =>
      new MutationObserver(done).observe(counter, { childList: true, characterData: true, subtree: true }),
    );
    counter.click();
    await changed;
    seen.counts.push(counter.textContent?.trim());
  }
  return { ...seen, after: html(), said: page.said };
}

/** Opens a starter as it is served one way and answers what there was. */
async function opened(visitor: Visitor, way: string, name: string, label: string) {
  await visitor.goto(`http://${way}.${name}.${label}.localhost:${STARTERS_PORT}/`);
  const seen = await visitor.run(visit);
  await expect.poll(() => visitor.run(isSettled)).toBe(true);
  return { ...seen, asked: await visitor.run(takeAsked) };
}

const takeAsked = async () => (await (await fetch('/take-asked')).json()) as string[];
/** Nothing of ours is on its way. Whoever leaves earlier aborts it, which Firefox calls an error. */
const isSettled = () => !document.querySelector('[src*="/consentry-"]');
const isAsking = () => document.querySelector('consentry-banner') !== null;
const grant = () => {
  (window as never as Page).isOld = true;
  return (window as never as Page).consentry?.grant();
};
const isNew = () => !(window as never as Page).isOld && document.readyState === 'complete';
const hasVendor = () => (window as never as Page).isMeasured ?? false;

for (const name of Object.keys(STARTERS)) {
  const page = STARTERS[name] ? `the starter page of ${name}` : 'a starter page without a framework';
  test(`${page} is the same, undecided, granted, strict or without vendors, as without Consentry`, async ({
    visitor,
    site: { host },
  }) => {
    const label = host.split('.')[1] as string;
    const plain = await opened(visitor, 'plain', name, label);
    // Its own smoke test.
    expect(plain.heading).toBe('Get started');
    expect(plain.counts).toEqual(['Count is 0', 'Count is 1', 'Count is 2', 'Count is 3']);
    expect(plain.links.length).toBeGreaterThan(4);
    expect(plain.images.filter(([, shown]) => !shown)).toEqual([]);
    expect(plain.asked).toContain('/icons.svg');
    expect(plain.said).toEqual([]);

    for (const way of ['page', 'strict', 'none']) {
      const undecided = await opened(visitor, way, name, label);
      expect(undecided, `${way}, undecided`).toEqual(plain);
      expect(await visitor.run(hasVendor)).toBe(false);

      await expect.poll(() => visitor.run(isAsking)).toBe(true);
      await visitor.run(grant);
      // A policy can only be taken off a page by loading it anew.
      if (way === 'strict') await expect.poll(() => visitor.run(isNew)).toBe(true);
      await expect.poll(() => visitor.run(hasVendor)).toBe(way !== 'none');
      await expect.poll(() => visitor.run(isSettled)).toBe(true);
      await visitor.run(takeAsked);
      const granted = await opened(visitor, way, name, label);
      expect(granted.cookies).toContain('consentry=');
      expect({ ...granted, cookies: '' }, `${way}, granted`).toEqual(plain);
      await expect.poll(() => visitor.run(hasVendor)).toBe(way !== 'none');
    }
    expect(visitor.messages().filter((text) => !/^debug/.test(text))).toEqual([]);
  });
}
