import type { Appearance } from './appearance.js';

/**
 * Rules for the page; each holds while the banner is in it, whoever removes that.
 *
 * Page content that gets focus is scrolled clear of the banner (WCAG 2.4.11), which takes less than half of the window.
 * Below, there is room for that after the body, where it moves nothing; pages that do not scroll would get a scroll bar
 * from it. Above, the page has to move, and does so only while something on it has the focus of a keyboard.
 */
export function bannerPageCss({ layout, position }: Appearance): string {
  if (layout === 'modal') return 'html:has(consentry-banner[open]){overflow:hidden}';
  if (!position?.startsWith('top')) {
    return 'html:has(consentry-banner){scroll-padding-bottom:50vh}html:has(consentry-banner[scrolls]){margin-bottom:50vh}';
  }
  const focused = 'html:has(consentry-banner):has(body :focus-visible)';
  return (
    `html:has(consentry-banner){scroll-padding-top:50vh}${focused}{margin-top:45vh}` +
    (layout === 'bar' ? `@media(min-width:1000px){${focused}{margin-top:200px}}` : '')
  );
}

/** The page behind does not scroll while the dialog is open, and does again whoever removes it. */
export const preferencesPageCss =
  'html:has(consentry-preferences[open]){overflow:hidden}' +
  'html:has(consentry-preferences[open=gutter]){scrollbar-gutter:stable}';
