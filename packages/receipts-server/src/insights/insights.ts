import type { ReceiptStore } from '../store.js';
import {
  DIMENSIONS,
  type Dimension,
  type InsightsAnswer,
  type InsightsQuery,
  type InsightsRow,
  type Standout,
  type Topic,
} from './answer.js';
import { compareRows, compareWithRest } from './compare.js';
import type { CountKey } from './counts.js';
import { type CubeFilter, createCube } from './cube.js';
import { disclose, emptyRow, gather, type OpenRow } from './figures.js';
import { layoutName } from './layout-name.js';
import { periodBefore, stepsOf } from './periods.js';
import { zFor } from './proportion.js';

/** Options of {@link createInsights}. */
export interface InsightsOptions {
  readonly store: Pick<ReceiptStore, 'counters' | 'getShown'>;
  /** Smallest number that is shown, from 1. */
  readonly minimum: number;
  /** In the order they are shown. What is decided on and not named here is shown after them, as a purpose. */
  readonly topics: readonly Topic[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Answers questions about counts. */
export interface Insights {
  readonly answer: (query: InsightsQuery) => Promise<InsightsAnswer>;
  /** Begins to read what the first answer needs. Never throws. */
  readonly prepare: () => void;
}

/** Rows of one table; whoever has more than that languages is not read anyway. */
const MOST_ROWS = 60;

/** Makes the answers of the insights page. Holds the counters in memory, and nothing about persons. */
export function createInsights({ store, minimum, topics, now }: InsightsOptions): Insights {
  const cube = createCube(store.counters, now, async (key) => ({
    ...key,
    layout: layoutName(key.layout, key.layout ? await store.getShown(key.layout) : undefined),
  }));

  const answer: Insights['answer'] = async (query) => {
    await cube.refresh();
    const span = cube.span() ?? null;
    const { period } = query;
    const before = periodBefore(period);
    const sites = [...new Set(cube.keys().map((key) => key.site))].sort();
    const site = query.site ?? sites[0] ?? '';
    const { country, language, layout, version } = query;
    const filter: CubeFilter = { site, country, language, layout, version };
    const sum = cube.narrow(filter);
    const counts = sum(period.from, period.to);
    const countsBefore = sum(before.from, before.to);
    const known = allTopics(topics, cube.keys(), site);
    const topic = known.find(({ id }) => id === query.topic)?.id ?? known[0]?.id ?? '';

    const rowOf = (from: ReadonlyMap<CountKey, number>, id: string, key: string) =>
      disclose([{ ...(gather(from, id)[0] ?? emptyRow(key)), key }], minimum, false)[0] as InsightsRow;
    const total = rowOf(counts, topic, '');
    const openBy = (dimension: Dimension): OpenRow[] => {
      // Narrowed to one value, its table still shows the others beside it.
      const wider = { ...filter, [dimension]: undefined };
      const found = filter[dimension] === undefined ? counts : cube.narrow(wider)(period.from, period.to);
      return gather(found, topic, (key) => String(key[dimension]));
    };
    const by = Object.fromEntries(
      DIMENSIONS.map((dimension) => {
        const rows = openBy(dimension).filter(({ cells }) => Object.values(cells).some((cell) => cell > 0));
        return [dimension, sortRows(dimension, disclose(rows, minimum, true)).slice(0, MOST_ROWS)];
      }),
    ) as unknown as Record<Dimension, InsightsRow[]>;
    const { step, steps } = stepsOf(period);
    const series = steps.map(({ from, to }) => ({
      ...(gather(sum(from, to), topic)[0] ?? emptyRow(from)),
      key: from,
    }));
    return {
      ...{ site, sites, minimum, span, period, before, topic, total, by },
      topics: known.map((each) => {
        const [current, previous] = [rowOf(counts, each.id, 'now'), rowOf(countsBefore, each.id, 'before')];
        return { ...each, now: current, before: previous, change: compareRows(current, previous) };
      }),
      series: { step, rows: disclose(series, minimum, true) },
      versions: compareVersions(by.version, query),
      standouts: findStandouts(by, filter, total),
    };
  };
  // Whoever asks then is told what is wrong.
  return { answer, prepare: () => void cube.refresh().catch(() => {}) };
}

/** The topics of the config, and those that were decided on and have left it. */
function allTopics(topics: readonly Topic[], keys: readonly CountKey[], site: string): Topic[] {
  const decided = new Set(
    keys.filter((key) => key.site === site && key.topic !== '').map(({ topic }) => topic),
  );
  const named = topics.filter(({ id, kind }) => kind === 'purpose' || decided.has(id));
  const others = [...decided]
    .filter((id) => !topics.some((topic) => topic.id === id))
    .sort()
    .slice(0, MOST_ROWS)
    .map((id) => ({ id, kind: 'purpose' as const }));
  return [...named, ...others];
}

/** The latest version first; of everything else what was decided on most. */
function sortRows(dimension: Dimension, rows: readonly InsightsRow[]): InsightsRow[] {
  return [...rows].sort((one, other) =>
    dimension === 'version'
      ? Number(other.key) - Number(one.key)
      : (other.decisions ?? 0) - (one.decisions ?? 0) || (one.key < other.key ? -1 : 1),
  );
}

function compareVersions(rows: readonly InsightsRow[], { one, other }: InsightsQuery) {
  const seen = rows.filter(({ rate }) => rate);
  const find = (version: number | undefined) => rows.find(({ key }) => key === String(version));
  const first = find(one) ?? seen[0];
  const second = find(other) ?? seen.find((row) => row !== first);
  return first && second && first !== second ? compareRows(first, second) : null;
}

/** Where rates differ from the rest, the largest difference first; wide enough intervals that all hold together. */
function findStandouts(
  by: Readonly<Record<Dimension, readonly InsightsRow[]>>,
  filter: CubeFilter,
  total: InsightsRow,
): Standout[] {
  const candidates = DIMENSIONS.filter(
    (dimension) => dimension !== 'version' && filter[dimension] === undefined,
  ).flatMap((dimension) =>
    // Of two rows each is the rest of the other.
    by[dimension].slice(0, by[dimension].length === 2 ? 1 : undefined).map((row) => ({ dimension, row })),
  );
  const z = zFor(candidates.length);
  return candidates
    .filter(({ row }) => row.key !== '')
    .map(({ dimension, row }) => ({ dimension, comparison: compareWithRest(row, total, z) }))
    .filter((found): found is Standout => found.comparison !== null && found.comparison.verdict !== 'unclear')
    .sort((one, other) => size(other) - size(one))
    .slice(0, 3);
}

const size = ({ comparison }: Standout) => Math.abs(comparison.difference.value);
