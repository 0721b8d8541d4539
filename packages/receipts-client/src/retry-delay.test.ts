import { describe, expect, it } from 'vitest';
import { retryAfterMs, retryDelayMs } from './retry-delay.js';

describe('retryDelayMs', () => {
  it('doubles from two seconds to ten minutes and stays there', () => {
    const delays = [1, 2, 3, 9, 10, 1000].map((failures) => retryDelayMs(failures, () => 1));
    expect(delays).toEqual([2_000, 4_000, 8_000, 512_000, 600_000, 600_000]);
  });

  it('spreads visitors over the second half of the pause', () => {
    expect(retryDelayMs(1, () => 0)).toBe(1_000);
    expect(retryDelayMs(1, () => 0.5)).toBe(1_500);
  });
});

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 10, 21, 7);

  it.each([
    ['nothing', null, 0],
    ['seconds', '120', 120_000],
    ['a date', 'Sat, 21 Nov 2026 07:00:30 GMT', 30_000],
    ['a date that is over', 'Sat, 21 Nov 2026 06:00:00 GMT', 0],
    ['a year of seconds', '31536000', 86_400_000],
    ['nonsense', 'soon', 0],
    ['a negative number', '-5', 0],
  ])('reads %s', (_, header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});
