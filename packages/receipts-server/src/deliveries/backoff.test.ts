import { describe, expect, it } from 'vitest';
import { askedWaitMs, backoffMs, holdMs } from './backoff.js';

describe('the wait before another try', () => {
  it('doubles from 5 seconds and ends at a quarter of an hour', () => {
    const waits = Array.from({ length: 40 }, (_, i) => backoffMs(i + 1, () => 1));
    expect(waits.slice(0, 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900].map((s) => s * 1000));
    expect(Math.max(...waits)).toBe(900_000);
  });

  it('differs by up to half, so that not all come back at once', () => {
    expect(backoffMs(3, () => 0)).toBe(10_000);
    expect(backoffMs(3, () => 0.5)).toBe(15_000);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 21, 12);
  it.each([
    ['30', 30_000],
    ['0', 0],
    [' 7 ', 7000],
    ['Sat, 21 Nov 2026 12:00:10 GMT', 10_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['99999999', 86_400_000],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    ['-5', 0],
  ])('%j is a wait of %s ms', (value, ms) => {
    // What is no number is taken for a date by the engine; "-5" is one of the past.
    expect(askedWaitMs(value, now)).toBe(ms);
  });
});

describe('a hold', () => {
  it('lasts as long again as the trouble has, from 5 seconds to 5 minutes, and for a key from a minute to an hour', () => {
    expect([0, 20_000, 1e9].map((ms) => holdMs('outage', 0, ms))).toEqual([5000, 20_000, 300_000]);
    expect([0, 120_000, 1e9].map((ms) => holdMs('key', 0, ms))).toEqual([60_000, 120_000, 3_600_000]);
  });
});
