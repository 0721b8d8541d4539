import type { ConsentRecord } from '@consentry/receipts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { aStoredRecord } from '../../../../test/support/receipt-store-suite.js';
import { openSqliteStore } from '../stores/sqlite.js';
import { countKeysIn } from './counts.js';
import { createInsights } from './insights.js';
import { layoutName } from './layout-name.js';
import { stepsOf } from './periods.js';

const NOW = Date.UTC(2026, 10, 22, 9);
const DAYS = ['2026-09-30', '2026-10-26', '2026-11-21', '2026-11-22'];

const act = fc.record({
  day: fc.constantFrom(...DAYS),
  country: fc.constantFrom('JP', 'DE', ''),
  version: fc.constantFrom(2, 3),
  language: fc.constantFrom('ja', 'en'),
  choice: fc.constantFrom('grant', 'deny', 'withdraw'),
});

describe('insights', () => {
  it('are what a full count of the records gives, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 80 }),
        fc.constantFrom('2026-09-01', '2026-10-26', '2026-11-22'),
        fc.constantFrom(undefined, 'JP', ''),
        fc.constantFrom(undefined, 3),
        async (acts, from, country, version) => {
          const store = await openSqliteStore(':memory:');
          await Promise.all(
            acts.map(({ day, choice, language, country, version }, i) => {
              const changes = { choices: { analytics: choice }, notice: { version, language } };
              const text = JSON.stringify(aRecord(i, changes as Partial<ConsentRecord>));
              const record = aStoredRecord(i, { receivedAt: `${day}T00:00:00.000Z`, text });
              return store.add(record, [], countKeysIn(text, country));
            }),
          );
          const { answer: ask } = createInsights({ store, minimum: 1, topics: [], now: () => NOW });
          const period = { from, to: '2026-11-22' };
          const { total, by, series } = await ask({
            period,
            country,
            version,
            site: 'omakase',
            topic: 'analytics',
          });
          const asked = acts.filter(
            (each) =>
              each.day >= from &&
              (country === undefined || each.country === country) &&
              (version === undefined || each.version === version),
          );
          const count = (choice: string, more: (each: (typeof acts)[number]) => boolean = () => true) =>
            asked.filter((each) => each.choice === choice && more(each)).length;
          if (acts.length > 0)
            expect(total).toMatchObject({
              ...{ granted: count('grant'), denied: count('deny'), withdrawn: count('withdraw') },
            });
          for (const row of by.language)
            expect(row.granted).toBe(count('grant', ({ language }) => language === row.key));
          const sum = series.rows.reduce((all, row) => all + (row.granted ?? 0), 0);
          expect(sum).toBe(total.granted);
          await store.close();
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  it('are a second old at most, without reading what is over again', async () => {
    const store = await openSqliteStore(':memory:');
    let time = NOW;
    const reads: string[] = [];
    const counters = {
      ...store.counters,
      span: () => store.counters.span(),
      read: (days: { from: string; to: string }) => {
        reads.push(days.from);
        return store.counters.read(days);
      },
    };
    const { answer: ask } = createInsights({
      ...{ store: { ...store, counters }, minimum: 1, topics: [], now: () => time },
    });
    const granted = async () =>
      (await ask({ period: { from: '2026-01-01', to: '2026-11-22' } })).total.granted;
    await store.add(aStoredRecord(1, { receivedAt: '2026-05-01T00:00:00.000Z' }));
    expect(await granted()).toBe(1);
    await store.add(aStoredRecord(2, { receivedAt: '2026-11-22T08:00:00.000Z' }));
    time += 1500;
    reads.length = 0;
    expect(await granted()).toBe(2);
    expect(reads).toEqual(['2026-11-20']);
    await store.close();
  });
});

describe('everything there is', () => {
  const period = { from: '2026-01-01', to: '2026-11-22' };

  it('is read again after an hour, and nobody waits for it', async () => {
    const store = await openSqliteStore(':memory:');
    let time = NOW;
    let letGo = () => {};
    let held: Promise<void> | undefined;
    const read = async (days: { from: string; to: string }) => {
      if (days.from.endsWith('-00')) await held;
      return store.counters.read(days);
    };
    const counters = { ...store.counters, span: () => store.counters.span(), read };
    const { answer } = createInsights({
      ...{ store: { ...store, counters }, minimum: 1, topics: [], now: () => time },
    });
    const granted = async () => (await answer({ period })).total.granted;
    await store.add(aStoredRecord(1, { receivedAt: '2026-05-01T00:00:00.000Z' }));
    expect(await granted()).toBe(1);
    // Written into a day that is over, as a repair does, and on a day that is not.
    await store.add(aStoredRecord(2, { receivedAt: '2026-05-01T00:00:00.000Z' }));
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    time += 3_600_000;
    expect(await granted()).toBe(1);
    await store.add(aStoredRecord(3, { receivedAt: '2026-11-22T09:30:00.000Z' }));
    time += 1500;
    expect(await granted()).toBe(2);
    letGo();
    await expect.poll(granted).toBe(3);
    await store.close();
  });

  it('is there already for the first question when it was prepared for', async () => {
    const store = await openSqliteStore(':memory:');
    await store.add(aStoredRecord(1, { receivedAt: '2026-05-01T00:00:00.000Z' }));
    let reads = 0;
    const read = (days: { from: string; to: string }) => {
      reads++;
      return store.counters.read(days);
    };
    const counters = { ...store.counters, span: () => store.counters.span(), read };
    const insights = createInsights({
      ...{ store: { ...store, counters }, minimum: 1, topics: [], now: () => NOW },
    });
    insights.prepare();
    await expect.poll(() => reads).toBe(1);
    expect((await insights.answer({ period })).total.granted).toBe(1);
    expect(reads).toBe(1);
    await store.close();
    createInsights({ store, minimum: 1, topics: [], now: () => NOW }).prepare();
  });
});

describe('stepsOf', () => {
  it('covers a period without a gap or an overlap, in days, weeks up to the last day, or months', () => {
    expect(stepsOf({ from: '2026-11-01', to: '2026-11-22' }).steps).toHaveLength(22);
    const weeks = stepsOf({ from: '2026-01-01', to: '2026-11-22' });
    expect(weeks.step).toBe('week');
    expect(weeks.steps.slice(0, 2)).toEqual([
      { from: '2026-01-01', to: '2026-01-04' },
      { from: '2026-01-05', to: '2026-01-11' },
    ]);
    expect(weeks.steps.at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(stepsOf({ from: '2025-11-24', to: '2026-11-22' }).steps).toHaveLength(52);
    const months = stepsOf({ from: '2024-02-10', to: '2026-11-22' });
    expect(months.steps[0]).toEqual({ from: '2024-02-10', to: '2024-02-29' });
    expect(months.steps.at(-1)).toEqual({ from: '2026-11-01', to: '2026-11-22' });
  });
});

describe('layoutName', () => {
  it('is the same for what looks the same in any language, and another for what does not', () => {
    const shown = (content: string, appearance: object) =>
      JSON.stringify({ face: 'banner', content, appearance });
    expect(layoutName('sha256-a', shown('Yes', { layout: 'bar' }))).toBe('bar bottom ink');
    expect(layoutName('sha256-b', shown('はい', { layout: 'bar' }))).toBe('bar bottom ink');
    expect(layoutName('sha256-c', shown('Yes', { layout: 'bar', radius: '8px' }))).not.toBe('bar bottom ink');
    expect(layoutName('sha256-0123456789', undefined)).toBe('01234567');
    expect(layoutName('', undefined)).toBe('');
  });
});
