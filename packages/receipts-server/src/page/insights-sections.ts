import { DIMENSIONS, type InsightsAnswer } from '../insights/answer.js';
import { createElement } from './create-element.js';
import { createChoice } from './insights-filters.js';
import { glanceSentences, versionSentence } from './insights-sentences.js';
import { changeState, type InsightsState } from './insights-state.js';
import { createDimensionTable, createSeriesTable } from './insights-tables.js';
import type { Words } from './insights-words.js';
import { createLineChart, type Line } from './line-chart.js';

/** What the sections need. */
export interface InsightsView {
  readonly answer: InsightsAnswer;
  readonly state: InsightsState;
  readonly words: Words;
  readonly onChange: (state: InsightsState) => void;
  /** Saves a table as CSV. */
  readonly onCsv: (table: string) => void;
}

/** Everything below the filters. */
export function createSections(view: InsightsView): HTMLElement[] {
  const { answer, words } = view;
  const { texts } = words;
  const hidden = createElement('p', { className: 'lead small' }, texts.fewerNote(answer.minimum));
  const tables = DIMENSIONS.filter((dimension) => answer.by[dimension].length > 0).map((dimension) => {
    const title = texts.byDimension[dimension] ?? dimension;
    const table = createDimensionTable(dimension, answer.by[dimension], title, words);
    return createSection(title, [table], csvButton(view, dimension, title));
  });
  return [
    createGlance(view),
    createRateSection(view),
    createDecisionsSection(view),
    createElement('div', { className: 'columns' }, ...tables),
    createVersionSection(view),
    hidden,
  ];
}

function createGlance(view: InsightsView): HTMLElement {
  const { answer, words } = view;
  const { texts, day } = words;
  const sentences = glanceSentences(answer, words).map((text) => createElement('li', {}, text));
  const children = [
    createElement('ul', { className: 'glance' }, ...sentences),
    createElement(
      'p',
      { className: 'lead small' },
      texts.glanceNote(day(answer.period.from), day(answer.period.to)),
    ),
  ];
  return createSection(texts.glance, children, csvButton(view, 'topics', texts.glance));
}

function createRateSection(view: InsightsView): HTMLElement {
  const { texts, percent } = view.words;
  const { rows } = view.answer.series;
  const line: Line = {
    ...{ label: texts.columns.rate ?? '', className: 'line-granted' },
    values: rows.map(({ rate }) => rate?.value ?? null),
    band: {
      low: rows.map(({ rate }) => rate?.low ?? null),
      high: rows.map(({ rate }) => rate?.high ?? null),
    },
  };
  const children = [
    createElement('p', { className: 'lead small' }, texts.rateNote),
    createChart(view, texts.rateOverTime, [line], true, percent),
    createNumbers(view, texts.rateOverTime),
  ];
  const title = `${texts.rateOverTime}: ${topicName(view)}`;
  return createSection(title, children, csvButton(view, 'series', texts.rateOverTime));
}

function createDecisionsSection(view: InsightsView): HTMLElement {
  const { texts, count } = view.words;
  const { rows } = view.answer.series;
  const names = ['granted', 'denied', 'withdrawn', 'ignored'] as const;
  const dashes = { granted: undefined, denied: [8, 4], withdrawn: [2, 3], ignored: [10, 3, 2, 3] };
  const lines = names
    // Nobody ignores what nobody counts.
    .filter((name) => name !== 'ignored' || rows.some(({ shown }) => shown))
    .map((name): Line => {
      const [dash, label] = [dashes[name], texts.columns[name] ?? name];
      return {
        label,
        className: `line-${name}`,
        values: rows.map((row) => row[name]),
        ...(dash ? { dash } : {}),
      };
    });
  const chart = createChart(view, texts.decisionsOverTime, lines, false, count);
  const title = `${texts.decisionsOverTime}: ${topicName(view)}`;
  return createSection(title, [chart], csvButton(view, 'series', texts.decisionsOverTime));
}

function createVersionSection(view: InsightsView): HTMLElement {
  const { answer, state, words, onChange } = view;
  const { texts } = words;
  const { versions } = answer;
  const keys = answer.by.version.map(({ key }) => [key, words.texts.version(key)] as const);
  const choose = (name: 'one' | 'other') =>
    createChoice(name, texts.dimension.version ?? '', keys, versions?.[name] ?? state[name] ?? '', (value) =>
      onChange(
        changeState(state, {
          ...(versions ? { one: versions.one, other: versions.other } : {}),
          [name]: value,
        }),
      ),
    );
  const choices = createElement('form', { className: 'filters' }, choose('one'), choose('other'));
  choices.setAttribute('aria-label', texts.compare);
  return createSection(texts.compare, [
    ...(keys.length > 1 ? [choices] : []),
    createElement('p', { className: 'verdict' }, versionSentence(versions, words)),
    createElement('p', { className: 'lead small' }, texts.compareNote),
  ]);
}

function createChart(
  { answer, words }: InsightsView,
  title: string,
  lines: readonly Line[],
  isShare: boolean,
  formatValue: (value: number) => string,
): HTMLElement {
  const { period, series } = answer;
  const description = words.texts.chartOf(title, words.day(period.from), words.day(period.to));
  const days = series.rows.map(({ key }) => key);
  const withYear = period.from.slice(0, 4) !== period.to.slice(0, 4);
  const formatDay = (day: string) => words.shortDay(day, withYear);
  return createLineChart({ days, lines, description, isShare, formatValue, formatDay });
}

function createNumbers(view: InsightsView, title: string): HTMLElement {
  const { answer, words } = view;
  const { rows, step } = answer.series;
  return createElement(
    'details',
    {},
    createElement('summary', {}, words.texts.numbers),
    createSeriesTable(rows, step, title, words),
  );
}

function csvButton({ words, onCsv }: InsightsView, table: string, title: string): HTMLElement {
  const button = createElement('button', { type: 'button', className: 'csv' }, words.texts.csv);
  button.setAttribute('aria-label', `${words.texts.csv}: ${title}`);
  button.addEventListener('click', () => onCsv(table));
  return button;
}

function createSection(title: string, children: readonly Node[], ...actions: readonly Node[]): HTMLElement {
  const top = createElement('div', { className: 'top' }, createElement('h2', {}, title), ...actions);
  return createElement('section', { className: 'card' }, top, ...children);
}

function topicName({ answer, words }: InsightsView): string {
  const topic = answer.topics.find(({ id }) => id === answer.topic);
  return topic ? words.topic(topic) : answer.topic;
}
