/** The banner's own rules: a sheet at the lower edge, a card in the corner where there is room for one. */
export const bannerCss =
  ':host>*{bottom:0;inset-inline-end:0;z-index:2147483647;width:min(100%,460px);max-height:45vh;' +
  'padding:16px 16px env(safe-area-inset-bottom);border-radius:var(--r) var(--r) 0 0}' +
  'p{margin:4px 0 16px}' +
  '@media(min-width:600px)and (min-height:640px){:host>*{margin:24px;border-radius:var(--r)}}';

/**
 * Page content that gets focus is scrolled clear of the banner (WCAG 2.4.11), which takes less than half of
 * the window. On pages that scroll there is room for that after the body, where it moves nothing; the others
 * would get a scroll bar from it.
 */
export const bannerPageCss = (scrolls: boolean) =>
  `html:has(consentry-banner){scroll-padding-bottom:50vh${scrolls ? ';margin-bottom:50vh' : ''}}`;
