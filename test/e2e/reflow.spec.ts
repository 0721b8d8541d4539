import { GalleryPage } from '../support/gallery-page.js';
import { expect, test, type Visitor } from '../support/visitor.js';

/** What a visitor may set for all text, and must lose nothing by (WCAG 2.2, 1.4.12). */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/**
 * Whether a face fits its window: it never scrolls sideways, stands inside of it, no button loses a part of its words,
 * and every button can be brought into sight and is on top there. Empty where all is well.
 */
async function misfits(visitor: Visitor, name: string, spacing: string): Promise<string[]> {
  return visitor.run(
    async (selector, css) => {
      const frame = document.querySelector<HTMLIFrameElement>('#window');
      const page = frame?.contentDocument as Document;
      const view = frame?.contentWindow as Window & typeof globalThis;
      const root = page.querySelector(selector)?.shadowRoot as ShadowRoot;
      if (css) {
        const sheet = new view.CSSStyleSheet();
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }
      const face = root.querySelector<HTMLElement>('[part=surface]') as HTMLElement;
      // It rises a little when it opens.
      await Promise.all(face.getAnimations().map(({ finished }) => finished));
      const found: string[] = [];
      const { left, right, bottom } = face.getBoundingClientRect();
      const { clientWidth, clientHeight } = page.documentElement;
      if (left < -1 || right > clientWidth + 1 || bottom > clientHeight + 1)
        found.push(`stands from ${left} to ${right}, down to ${bottom} of ${clientWidth} x ${clientHeight}`);
      for (const part of [face, ...face.querySelectorAll<HTMLElement>('section,p,div')])
        if (part.scrollWidth > part.clientWidth + 1) found.push(`${part.localName} scrolls sideways`);
      for (const button of face.querySelectorAll('button')) {
        const label = button.textContent || button.getAttribute('aria-label') || '';
        if (button.scrollWidth > button.clientWidth + 1) found.push(`"${label}" is cut off`);
        button.scrollIntoView({ block: 'center' });
        const box = button.getBoundingClientRect();
        const top = root.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        if (!top || !button.contains(top))
          found.push(
            `"${label}" at ${box.left}, ${box.top} cannot be reached: ${top?.localName} .${top?.className} is there`,
          );
      }
      return found;
    },
    name,
    spacing,
  );
}

const inWindow = (visitor: Visitor, name: string) =>
  visitor.run((selector) => {
    const page = document.querySelector<HTMLIFrameElement>('#window')?.contentDocument;
    return !!page?.querySelector(selector)?.shadowRoot?.querySelector('button');
  }, name);

for (const [what, width, height, spacing] of [
  ['a window of 320 pixels', 320, 640, ''],
  ['a window of 1280 by 1024 pixels zoomed to 400 %', 320, 256, ''],
  ['a phone on its side', 740, 340, ''],
  ["the visitor's own spacing of text", 390, 720, SPACING],
  ['a screen of 4K', 3840, 2160, ''],
] as const) {
  test(`banner and preferences lose nothing in ${what}`, async ({ visitor, site }) => {
    const page = new GalleryPage(visitor, site);
    for (const [layout, language] of [
      ['box', 'de'],
      ['bar', 'ja'],
      ['bar-top', 'en'],
      ['modal', 'ar'],
    ] as const) {
      await page.openWindow(width, height, layout, language);
      await expect.poll(() => inWindow(visitor, 'consentry-banner')).toBe(true);
      expect(await misfits(visitor, 'consentry-banner', spacing), `${layout}, ${language}`).toEqual([]);
    }
    await page.openWindow(width, height, 'box', 'de');
    await expect.poll(() => inWindow(visitor, 'consentry-banner')).toBe(true);
    await visitor.run(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#window')?.contentWindow;
      (frame as never as { consentry: { showPreferences(): void } }).consentry.showPreferences();
    });
    const dialog = 'consentry-preferences[open]';
    await expect.poll(() => inWindow(visitor, dialog)).toBe(true);
    expect(await misfits(visitor, dialog, spacing), 'preferences').toEqual([]);
  });
}
