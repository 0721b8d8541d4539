import { describe, expect, it } from 'vitest';
import { resolveTheme } from './appearance.js';
import { THEMES, type Theme, type ThemeColor } from './themes.js';

/** Colours that meet: what is drawn, on what, and the contrast it needs (WCAG 2.2, 1.4.3 and 1.4.11). */
const MEET: readonly [over: ThemeColor, under: ThemeColor, least: number][] = [
  ...(['text', 'muted', 'accent'] as const).flatMap((over) =>
    (['surface', 'soft'] as const).map((under): [ThemeColor, ThemeColor, number] => [over, under, 4.5]),
  ),
  ['on-accent', 'accent', 4.5],
  ['focus', 'surface', 3],
  ['on', 'surface', 3],
  ['off', 'surface', 3],
];
const MODES = ['light', 'dark'] as const;

/** Relative luminance of `#rgb` or `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(color)?.[1];
  if (!digits) throw new Error(`${color} is no colour that can be measured.`);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = (long.match(/../g) ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Pairs of a theme that meet with too little contrast, with what was measured. */
function tooClose({ colors }: Theme): string[] {
  return MODES.flatMap((mode, i) =>
    MEET.flatMap(([over, under, least]) => {
      const measured = contrast(colors[over][i] as string, colors[under][i] as string);
      return measured < least ? [`${over} on ${under}, ${mode}: ${measured.toFixed(2)} of ${least}`] : [];
    }),
  );
}

describe('the themes', () => {
  it('are measured as WCAG measures', () => {
    expect(contrast('#fff', '#000')).toBeCloseTo(21);
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
  });

  it.each(Object.keys(THEMES))('can be read and seen in both modes: %s', (theme) => {
    expect(tooClose(THEMES[theme as keyof typeof THEMES])).toEqual([]);
  });

  it('would be found out if two of their colours came too close', () => {
    const faint = resolveTheme({ colors: { muted: ['#999999', '#a4abb6'], off: '#dddddd' } });
    expect(tooClose(faint)).toEqual([
      'muted on surface, light: 2.85 of 4.5',
      'muted on soft, light: 2.63 of 4.5',
      'off on surface, light: 1.36 of 3',
    ]);
  });
});

describe('resolveTheme', () => {
  it('is "ink" where the site says nothing', () => {
    expect(resolveTheme({})).toEqual(THEMES.ink);
  });

  it('takes one colour for both modes, or one for each, and leaves the others', () => {
    const { colors, radius, font } = resolveTheme({
      theme: 'moss',
      colors: { accent: '#123456', focus: ['#111111', '#eeeeee'] },
    });
    expect(colors.accent).toEqual(['#123456', '#123456']);
    expect(colors.focus).toEqual(['#111111', '#eeeeee']);
    expect(colors.text).toEqual(THEMES.moss.colors.text);
    expect([radius, font]).toEqual([THEMES.moss.radius, THEMES.moss.font]);
  });

  it('takes corners and font of the site', () => {
    expect(resolveTheme({ radius: '3px', font: 'Inter, sans-serif' })).toMatchObject({
      radius: '3px',
      font: 'Inter, sans-serif',
    });
  });
});
