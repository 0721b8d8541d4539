import { describe, expect, it } from 'vitest';
import { contrast, difference, over } from './contrast.js';
import type { Colour } from './figures.js';

const [BLACK, WHITE]: Colour[] = [
  [0, 0, 0],
  [255, 255, 255],
];

describe('contrast', () => {
  it.each([
    ['black on white', BLACK, WHITE, 21],
    ['white on white', WHITE, WHITE, 1],
    // The grey that is given everywhere as the lightest that passes on white.
    ['#767676 on white', [118, 118, 118] as const, WHITE, 4.54],
    ['pure red on white', [255, 0, 0] as const, WHITE, 4],
  ])('of %s is as WCAG has it, whichever is in front', (_, one, other, expected) => {
    expect(contrast(one as Colour, other as Colour)).toBeCloseTo(expected, 2);
    expect(contrast(other as Colour, one as Colour)).toBeCloseTo(expected, 2);
  });

  it('is of the colour that is seen: half of black over white is grey', () => {
    expect(over(BLACK as Colour, 0.5, WHITE as Colour)).toEqual([127.5, 127.5, 127.5]);
    expect(over(BLACK as Colour, 0, WHITE as Colour)).toEqual(WHITE);
  });
});

describe('difference', () => {
  it('is 1 from black to white, and nothing between equals', () => {
    expect(difference(BLACK as Colour, WHITE as Colour)).toBeCloseTo(1, 3);
    expect(difference([20, 128, 60], [20, 128, 60])).toBe(0);
  });

  it('sees hues that contrast does not', () => {
    const [green, grey]: [Colour, Colour] = [
      [20, 128, 60],
      [112, 112, 112],
    ];
    expect(contrast(green, grey)).toBeLessThan(1.1);
    expect(difference(green, grey)).toBeGreaterThan(0.1);
  });
});
