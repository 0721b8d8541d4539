import axe from 'axe-core';
import { GalleryPage } from '../support/gallery-page.js';
import { expect, test, type Visitor } from '../support/visitor.js';

const BANNER = 'consentry-banner';
const DIALOG = 'consentry-preferences[open]';
const ONCE = 'Load this once';
const ALWAYS = 'Always allow Acme Video';
const MORE = 'Who receives what';

/** Findings of axe in everything of ours that the page has, by WCAG 2.2 A and AA and best practice. */
async function findings(visitor: Visitor): Promise<string[]> {
  const run = `async () => {
    if (!window.axe) { ${axe.source} }
    const ours = ['consentry-banner', 'consentry-preferences', 'consentry-embed', 'consentry-button'];
    const include = ours.filter((name) => document.querySelector(name));
    const { violations } = await window.axe.run({ include }, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html));
  }`;
  return visitor.run(run as never as () => Promise<string[]>);
}

for (const layout of ['box', 'box-top', 'bar', 'bar-top', 'modal']) {
  test(`axe finds nothing in the layout ${layout}, with everything else of ours on the page`, async ({
    visitor,
    site,
  }) => {
    const page = new GalleryPage(visitor, site);
    for (const language of ['en', 'ar']) {
      await page.open(layout, language);
      await page.expectSees(BANNER);
      await expect.poll(page.placeholder).toHaveLength(3);
      await page.expectSees('consentry-preferences[place]');
      expect(await findings(visitor)).toEqual([]);
    }
  });
}

test.describe('content of a withheld vendor', () => {
  test('has a placeholder of exactly its size, and nothing of it is asked for', async ({ visitor, site }) => {
    const page = new GalleryPage(visitor, site);
    await page.open('box');
    await expect.poll(page.placeholder).toEqual([ONCE, ALWAYS, MORE]);
    const sizes = await visitor.run(() => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      const face = frame.contentDocument
        ?.querySelector('consentry-embed')
        ?.shadowRoot?.querySelector('section')
        ?.getBoundingClientRect();
      return [frame.clientWidth, frame.clientHeight, face?.width, face?.height].map((n) =>
        Math.round(n ?? 0),
      );
    });
    expect(sizes.slice(2)).toEqual(sizes.slice(0, 2));
    expect(await page.films()).toBe(0);
  });

  test('is loaded once where that is wanted, decides nothing by it, and is withheld on the next page', async ({
    visitor,
    site,
  }) => {
    const page = new GalleryPage(visitor, site);
    await page.open('box');
    await expect.poll(page.placeholder).toContain(ONCE);
    await page.pressPlaceholder(ONCE);
    await expect.poll(page.films).toBe(1);
    expect(await page.status('video')).toBe('undecided');
    await page.open('box');
    await expect.poll(page.placeholder).toContain(ONCE);
    expect(await page.films()).toBe(1);
  });

  test('is always loaded where that is wanted, and has its placeholder again after a withdrawal', async ({
    visitor,
    site,
  }) => {
    const page = new GalleryPage(visitor, site);
    await page.open('box');
    await expect.poll(page.placeholder).toContain(ALWAYS);
    expect(await page.films()).toBe(0);
    await page.pressPlaceholder(ALWAYS);
    await expect.poll(page.films).toBe(1);
    expect(await page.status('video')).toBe('granted');
    expect(await visitor.run(() => document.querySelector('.place consentry-embed'))).toBeNull();
    await visitor.run(() =>
      (window as never as { consentry: { withdraw(id: string): void } }).consentry.withdraw('video'),
    );
    await expect.poll(page.placeholder).toContain(ALWAYS);
    await page.open('box');
    await expect.poll(page.placeholder).toContain(ALWAYS);
    expect(await page.films()).toBe(1);
  });

  test('has one too where it is added later, or where a page says that it belongs', async ({
    visitor,
    site,
  }) => {
    const page = new GalleryPage(visitor, site);
    await page.open('box');
    await expect
      .poll(() =>
        visitor.run(
          () =>
            document.querySelector('.place consentry-embed')?.shadowRoot?.querySelectorAll('button').length,
        ),
      )
      .toBe(2);
    await visitor.run(() => {
      const first = document.querySelector('iframe') as HTMLIFrameElement;
      const film = document.createElement('iframe');
      film.src = first.getAttribute('data-consentry-src') ?? '';
      film.title = 'Another film';
      first.replaceWith(film);
    });
    await expect.poll(page.placeholder).toContain(ONCE);
    expect(await page.films()).toBe(0);
  });
});

test.describe('a banner before which the page waits', () => {
  test('is not answered by Escape, and lets the page go when something hides it', async ({
    visitor,
    site,
  }) => {
    const page = new GalleryPage(visitor, site);
    await page.open('modal');
    await page.expectSees(BANNER);
    const waits = () =>
      visitor.run(() => {
        const dialog = document.querySelector('consentry-banner')?.shadowRoot?.querySelector('dialog');
        return [dialog?.matches(':modal') ?? false, getComputedStyle(document.documentElement).overflowY];
      });
    expect(await waits()).toEqual([true, 'hidden']);
    await visitor.press('Escape');
    expect(await waits()).toEqual([true, 'hidden']);
    expect(await page.status('video')).toBe('undecided');
    await visitor.run(() => {
      const sheet = new CSSStyleSheet();
      // No style of a page hides the element itself; a blocker's, which this stands for, does.
      sheet.replaceSync('consentry-banner::part(surface){display:none!important}');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    await expect.poll(waits).toEqual([false, 'visible']);
    expect(await page.status('video')).toBe('undecided');
    expect(await page.films()).toBe(0);
  });

  test('is decided on with the keyboard alone, and the page goes on', async ({ visitor, site }) => {
    const page = new GalleryPage(visitor, site);
    await page.open('modal');
    await page.expectSees(BANNER);
    await visitor.press('Tab', 'Enter');
    await page.expectSees(BANNER, false);
    await expect.poll(() => page.status('video')).toBe('denied');
    await page.open('modal');
    await page.expectSees('consentry-preferences[place]');
    expect(await page.sees(BANNER)).toBe(false);
  });
});

test('the preferences speak another language when they are told to, and the decision says which', async ({
  visitor,
  site,
}) => {
  const page = new GalleryPage(visitor, site);
  await page.open('box');
  await page.press(BANNER, 'choose');
  await page.expectSees(DIALOG);
  const title = () =>
    visitor.run(
      (name) => document.querySelector(name)?.shadowRoot?.querySelector('h2')?.textContent ?? '',
      DIALOG,
    );
  expect(await title()).toBe('Your data, your call');
  await visitor.run((name) => {
    const list = document.querySelector(name)?.shadowRoot?.querySelector('select') as HTMLSelectElement;
    list.value = 'ar';
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }, DIALOG);
  await expect.poll(title).toContain('بياناتك');
  const shown = await visitor.run((name) => {
    const { dir, lang } = document.querySelector(name) as HTMLElement;
    return { dir, lang };
  }, DIALOG);
  expect(shown).toEqual({ dir: 'rtl', lang: 'ar' });
  await visitor.run(() => {
    document.addEventListener('consentry:decision', (event) => {
      (window as never as { said: unknown }).said = (event as CustomEvent).detail.language;
    });
  });
  await page.press(DIALOG, 'deny');
  await expect.poll(() => visitor.run(() => (window as never as { said?: string }).said)).toBe('ar');
});

test('preferences in a place of the page decide like the dialog, and follow what is decided elsewhere', async ({
  visitor,
  site,
}) => {
  const page = new GalleryPage(visitor, site);
  await page.open('box');
  const place = 'consentry-preferences[place]';
  await page.expectSees(place);
  const isOn = () =>
    visitor.run(
      (name) =>
        [...(document.querySelector(name)?.shadowRoot?.querySelectorAll('[role=switch]') ?? [])].map(
          (control) => (control as HTMLInputElement).checked,
        ),
      place,
    );
  expect(await isOn()).toEqual([false, false, false, false]);
  await page.press(place, 'allow');
  await page.expectSees(BANNER, false);
  expect(await page.status('video')).toBe('granted');
  expect(await isOn()).toEqual([true, true, true, true]);
  await visitor.run(() => (window as never as { consentry: { deny(): void } }).consentry.deny());
  await expect.poll(isOn).toEqual([false, false, false, false]);
});

test('a button of the page opens the preferences again; one ends what counts as sale at once', async ({
  visitor,
  site,
}) => {
  const page = new GalleryPage(visitor, site);
  await page.open('box');
  await page.press(BANNER, 'allow');
  await page.expectSees(BANNER, false);
  const pressed = (selector: string) =>
    expect
      .poll(() =>
        visitor.run((name) => {
          const button = document.querySelector(name)?.shadowRoot?.querySelector('button');
          button?.click();
          return button?.textContent;
        }, selector),
      )
      .toBeTruthy();
  await pressed('consentry-button:not([opens])');
  await page.expectSees(DIALOG);
  expect(await page.status('analytics')).toBe('granted');
  await visitor.press('Escape');
  await page.expectSees(DIALOG, false);
  await pressed('consentry-button[opens]');
  await page.expectSees(DIALOG);
  expect(await page.status('analytics')).toBe('withdrawn');
  expect(await page.status('videos')).toBe('granted');
});

test.describe('a banner in the HTML of the page', () => {
  test('takes the answer before its own file has arrived', async ({ visitor, site }) => {
    const page = new GalleryPage(visitor, site);
    await page.open('box', 'en', 'inline/?late');
    const hasArrived = () =>
      visitor.run(() =>
        performance.getEntriesByType('resource').some(({ name }) => /consentry-banner\.en/.test(name)),
      );
    await page.expectSees(BANNER);
    await page.press(BANNER, 'deny');
    await page.expectSees(BANNER, false);
    await expect.poll(() => page.status('video')).toBe('denied');
    expect(await hasArrived()).toBe(false);
    await page.open('box', 'en', 'inline/');
    await page.expectSees('consentry-preferences[place]');
    expect(await page.sees(BANNER)).toBe(false);
  });

  test('is taken over as it is, and decides once', async ({ visitor, site }) => {
    const page = new GalleryPage(visitor, site);
    await page.open('bar', 'ja', 'inline/');
    await page.expectSees(BANNER);
    const before = await visitor.run(
      () => document.querySelector('consentry-banner')?.shadowRoot?.textContent,
    );
    // What takes the answer comes after the banner's own file.
    await expect
      .poll(() =>
        visitor.run(() =>
          performance.getEntriesByType('resource').some(({ name }) => name.includes('consentry-decide')),
        ),
      )
      .toBe(true);
    const after = await visitor.run(() => {
      const banners = document.querySelectorAll('consentry-banner');
      return [banners.length, banners[0]?.shadowRoot?.textContent];
    });
    expect(after).toEqual([1, before]);
    await visitor.run(() => {
      (window as never as { decisions: number }).decisions = 0;
      document.addEventListener('consentry:decision', () => {
        (window as never as { decisions: number }).decisions += 1;
      });
    });
    await page.press(BANNER, 'allow');
    await page.expectSees(BANNER, false);
    await expect.poll(page.films).toBe(1);
    expect(await visitor.run(() => (window as never as { decisions: number }).decisions)).toBe(1);
  });
});
