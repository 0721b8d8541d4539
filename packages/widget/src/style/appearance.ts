import { type ColorPair, THEMES, type Theme, type ThemeColor, type ThemeName } from './themes.js';

/** How a site wants its widget to look. */
export interface Appearance {
  /** `box`: a card in a corner. `bar`: as wide as the window. `modal`: the page waits for an answer. @default "box" */
  readonly layout?: 'box' | 'bar' | 'modal';
  /**
   * The corner of a box or the edge of a bar; `start` is where lines of text begin. Phones have it at the edge named
   * first. @default "bottom-end"
   */
  readonly position?: 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | 'bottom' | 'top';
  /** @default "ink" */
  readonly theme?: ThemeName;
  /** Instead of the theme's: one CSS colour for both modes, or those on light and dark pages. */
  readonly colors?: Partial<Readonly<Record<ThemeColor, string | ColorPair>>>;
  /** Instead of the theme's, e.g. `"8px"`. */
  readonly radius?: string;
  /** Instead of the theme's `font-family`. */
  readonly font?: string;
}

/** The theme with what the site has changed of it. */
export function resolveTheme({ theme = 'ink', colors = {}, radius, font }: Appearance): Theme {
  const base: Theme = THEMES[theme];
  const changed = Object.entries(colors).map(([name, value]) => [
    name,
    typeof value === 'string' ? [value, value] : value,
  ]);
  return {
    colors: { ...base.colors, ...Object.fromEntries(changed) },
    radius: radius ?? base.radius,
    font: font ?? base.font,
  };
}
