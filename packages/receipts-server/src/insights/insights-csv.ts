import { csvLines } from '../exports/to-csv.js';
import { DIMENSIONS, type Dimension, type InsightsAnswer, type InsightsRow } from './answer.js';

/** The tables that can be had as CSV: those behind the charts. */
export const INSIGHTS_TABLES = ['topics', 'series', ...DIMENSIONS] as const;
export type InsightsTable = (typeof INSIGHTS_TABLES)[number];

const FIGURES = ['decisions', 'granted', 'denied', 'withdrawn', 'shown', 'answered', 'ignored'] as const;

/** One table of an answer (RFC 4180). A number that may not be shown is an empty cell, and `hidden` names its column. */
export function insightsCsv(answer: InsightsAnswer, table: InsightsTable): string {
  const rows: readonly (readonly [period: string, row: InsightsRow])[] =
    table === 'topics'
      ? answer.topics.flatMap(({ id, now, before }) => [
          ['period', { ...now, key: id }] as const,
          ['period before', { ...before, key: id }] as const,
        ])
      : (table === 'series' ? answer.series.rows : answer.by[table as Dimension]).map(
          (row) => ['period', row] as const,
        );
  const first = table === 'series' ? answer.series.step : table === 'topics' ? 'topic' : table;
  const { site, topic, period, before, minimum } = answer;
  const header = [
    ...['site', 'topic', 'from', 'to', first, ...FIGURES],
    ...['grant_rate', 'grant_rate_low', 'grant_rate_high', 'hidden'],
  ];
  return csvLines([
    header,
    ...rows.map(([name, row]) => {
      const { from, to } = name === 'period' ? period : before;
      const hidden = FIGURES.filter((figure) => row[figure] === null);
      return [
        ...[site, table === 'topics' ? '' : topic, from, to, row.key],
        ...FIGURES.map((figure) => String(row[figure] ?? '')),
        ...(row.rate
          ? [row.rate.value, row.rate.low, row.rate.high].map((rate) => rate.toFixed(4))
          : ['', '', '']),
        hidden.length > 0 ? `may be fewer than ${minimum}: ${hidden.join(' ')}` : '',
      ];
    }),
  ]);
}
