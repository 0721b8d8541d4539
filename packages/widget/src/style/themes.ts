/** The colours of a theme, each as it is on light and on dark pages. */
export type ThemeColor =
  | 'surface'
  | 'soft'
  | 'text'
  | 'muted'
  | 'line'
  | 'accent'
  | 'on-accent'
  | 'focus'
  | 'on'
  | 'off';

/** CSS colours on light and on dark pages. */
export type ColorPair = readonly [light: string, dark: string];

/** How the widget looks, apart from where it stands. */
export interface Theme {
  readonly colors: Readonly<Record<ThemeColor, ColorPair>>;
  /** Corners of the surfaces; buttons and cards follow. */
  readonly radius: string;
  /** A `font-family`. */
  readonly font: string;
}

const SYSTEM = 'system-ui,Meiryo,sans-serif';

/** The themes that come with the widget. Every pair of colours that meet passes WCAG 2.2 AA in both modes. */
export const THEMES = {
  ink: {
    colors: {
      surface: ['#fff', '#17191d'],
      soft: ['#f5f6f8', '#1f2227'],
      text: ['#1b1d21', '#eceef1'],
      muted: ['#5a606b', '#a4abb6'],
      line: ['#dfe2e7', '#31353c'],
      accent: ['#1f2a44', '#e6eaf3'],
      'on-accent': ['#fff', '#14171c'],
      focus: ['#2f6feb', '#8ab4ff'],
      on: ['#1a7f4b', '#5fd39a'],
      off: ['#868d99', '#7b828d'],
    },
    radius: '16px',
    font: SYSTEM,
  },
  paper: {
    colors: {
      surface: ['#fffdf8', '#1c1a17'],
      soft: ['#f6f1e7', '#26231f'],
      text: ['#2a2520', '#f1ece3'],
      muted: ['#655c51', '#b3a99b'],
      line: ['#e6dece', '#3a352e'],
      accent: ['#7a3e1d', '#f0c9a8'],
      'on-accent': ['#fff', '#2a1708'],
      focus: ['#b45309', '#fbbf77'],
      on: ['#2f7d4f', '#6fcf97'],
      off: ['#8b8276', '#857c70'],
    },
    radius: '6px',
    font: `Georgia,"Yu Mincho","Hiragino Mincho ProN",serif`,
  },
  harbour: {
    colors: {
      surface: ['#fff', '#101820'],
      soft: ['#eff5fa', '#18232e'],
      text: ['#10222f', '#e7f0f7'],
      muted: ['#4f6474', '#9fb4c4'],
      line: ['#d6e2ec', '#2a3947'],
      accent: ['#0b5c8e', '#8fd0ff'],
      'on-accent': ['#fff', '#04202f'],
      focus: ['#0b7ad1', '#7cc4ff'],
      on: ['#0f7b62', '#5ed6b4'],
      off: ['#7b8c99', '#748796'],
    },
    radius: '12px',
    font: SYSTEM,
  },
  moss: {
    colors: {
      surface: ['#fdfefb', '#141813'],
      soft: ['#f1f5ec', '#1d231b'],
      text: ['#1c2419', '#ebf0e7'],
      muted: ['#586553', '#a6b3a0'],
      line: ['#dde5d6', '#2f382b'],
      accent: ['#2f5d34', '#b9e0ae'],
      'on-accent': ['#fff', '#0f2410'],
      focus: ['#3d7a2e', '#a5d994'],
      on: ['#2f7d3b', '#7fd08a'],
      off: ['#848f7e', '#7d8878'],
    },
    radius: '22px',
    font: SYSTEM,
  },
  contrast: {
    colors: {
      surface: ['#fff', '#000'],
      soft: ['#f2f2f2', '#1a1a1a'],
      text: ['#000', '#fff'],
      muted: ['#1f1f1f', '#e8e8e8'],
      line: ['#000', '#fff'],
      accent: ['#00227b', '#ffe500'],
      'on-accent': ['#fff', '#000'],
      focus: ['#b30059', '#00e5ff'],
      on: ['#005c2e', '#00ff8c'],
      off: ['#595959', '#b8b8b8'],
    },
    radius: '4px',
    font: SYSTEM,
  },
} as const satisfies Record<string, Theme>;

/** Name of a theme that comes with the widget. */
export type ThemeName = keyof typeof THEMES;
