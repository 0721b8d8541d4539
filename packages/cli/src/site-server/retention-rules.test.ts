import { describe, expect, it } from 'vitest';
import { readRetention, retentionRules } from './retention-rules.js';

describe('how long records are kept', () => {
  it('can be said for all regimes, or for each', () => {
    expect(readRetention('1275')).toBe(1275);
    expect(readRetention('opt-in=1275, notice=400')).toEqual({ 'opt-in': 1275, notice: 400 });
    expect(readRetention('opt-out=0')).toEqual({ 'opt-out': 0 });
  });

  it.each([
    'soon',
    '-1',
    '1.5',
    'opt-in=',
    'opt-in=x',
    'japan=3',
    'notice=1,notice=2',
    'opt-in=5,',
    '400,notice=3',
  ])('is refused as "%s", with the option and what is expected', (text) =>
    expect(() => readRetention(text)).toThrow(/^--retain-days.*(expected)/),
  );

  it('is the life of a choice and three years where nothing is said', () => {
    const reports: string[] = [];
    const report = (message: string) => reports.push(message);
    expect(retentionRules(undefined, 180, report)).toEqual({ 'opt-in': 1275, 'opt-out': 1275, notice: 1275 });
    expect(retentionRules({ notice: 400 }, 180, report)).toEqual({
      ...{ 'opt-in': 1275, 'opt-out': 1275, notice: 400 },
    });
    expect(retentionRules(0, 180, report)).toEqual({ 'opt-in': 0, 'opt-out': 0, notice: 0 });
    expect(reports).toEqual([]);
  });

  it('is reported when a choice would count longer than its proof is there', () => {
    const reports: string[] = [];
    retentionRules({ 'opt-in': 90 }, 180, (message) => reports.push(message));
    expect(reports).toEqual([expect.stringMatching(/"opt-in".*90 days.*up to 180/)]);
  });
});
