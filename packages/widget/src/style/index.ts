import { type Appearance, resolveTheme } from './appearance.js';
import { bannerRules } from './banner-css.js';
import { askingCss, surfaceCss } from './base-css.js';
import { embedRules } from './embed-css.js';
import { bannerPageCss, preferencesPageCss } from './page-css.js';
import { preferencesRules } from './preferences-css.js';

export type { Appearance } from './appearance.js';
export { type ColorPair, THEMES, type Theme, type ThemeColor, type ThemeName } from './themes.js';

/** The style sheets of a face. */
export interface FaceStyle {
  /** Of its shadow root. */
  readonly css: string;
  /** Of the page, as long as the face is in it. */
  readonly pageCss: string;
}

/** The style of the banner. */
export function bannerStyle(appearance: Appearance = {}): FaceStyle {
  return {
    css: surfaceCss(resolveTheme(appearance)) + askingCss + bannerRules(appearance),
    pageCss: bannerPageCss(appearance),
  };
}

/** The style of the preferences. */
export function preferencesStyle(appearance: Appearance = {}): FaceStyle {
  return {
    css: surfaceCss(resolveTheme(appearance), 'soft', 'on', 'off') + askingCss + preferencesRules,
    pageCss: preferencesPageCss,
  };
}

/** The style sheet of what stands in the page itself: placeholders, and the button that opens the preferences again. */
export function embedStyle(appearance: Appearance = {}): string {
  return embedRules(resolveTheme(appearance));
}
