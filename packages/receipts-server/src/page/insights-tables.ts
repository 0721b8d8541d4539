import type { Dimension, InsightsRow } from '../insights/answer.js';
import { createElement } from './create-element.js';
import type { Words } from './insights-words.js';

const SVG = 'http://www.w3.org/2000/svg';
/** A dash is drawn where a number may not be shown. */
const HIDDEN = '–';

/** A table that can be scrolled sideways by keyboard where it does not fit. */
function createTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
) {
  const table = createElement(
    'table',
    {},
    createElement('caption', { className: 'hidden' }, caption),
    createElement(
      'thead',
      {},
      createElement('tr', {}, ...head.map((text) => createElement('th', { scope: 'col' }, text))),
    ),
    createElement(
      'tbody',
      {},
      ...rows.map((cells) =>
        createElement(
          'tr',
          {},
          ...cells.map((cell, i) =>
            i === 0 ? createElement('th', { scope: 'row' }, cell) : createElement('td', {}, cell),
          ),
        ),
      ),
    ),
  );
  const scroller = createElement('div', { className: 'scroll', tabIndex: 0 }, table);
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', caption);
  return scroller;
}

/** The numbers behind the charts over time. */
export function createSeriesTable(
  rows: readonly InsightsRow[],
  step: string,
  caption: string,
  words: Words,
): HTMLElement {
  const { columns, steps } = words.texts;
  const withShown = rows.some(({ shown }) => shown);
  const names = ['decisions', 'granted', 'denied', 'withdrawn', ...(withShown ? ['shown', 'ignored'] : [])];
  return createTable(
    caption,
    [
      steps[step] ?? step,
      columns.rate ?? '',
      columns.interval ?? '',
      ...names.map((name) => columns[name] ?? name),
    ],
    [...rows]
      .reverse()
      .map((row) => [
        words.day(row.key),
        rateText(row, words),
        row.rate ? `${words.percent(row.rate.low)} – ${words.percent(row.rate.high)}` : '',
        ...names.map((name) => countText(row[name as keyof InsightsRow] as number | null, words)),
      ]),
  );
}

/** Rows of one dimension, with a bar for each rate. */
export function createDimensionTable(
  dimension: Dimension,
  rows: readonly InsightsRow[],
  caption: string,
  words: Words,
): HTMLElement {
  const { columns } = words.texts;
  const withShown = rows.some(({ shown }) => shown);
  return createTable(
    caption,
    [
      words.texts.dimension[dimension] ?? dimension,
      columns.rate ?? '',
      ...[columns.decisions ?? '', columns.withdrawn ?? ''],
      ...(withShown ? [columns.ignored ?? ''] : []),
    ],
    rows.map((row) => [
      words.value(dimension, row.key),
      createElement(
        'div',
        { className: 'rate' },
        createElement('span', {}, rateText(row, words)),
        createBar(row),
      ),
      countText(row.decisions, words),
      countText(row.withdrawn, words),
      ...(withShown
        ? [
            row.shown && row.ignored !== null
              ? words.percent(row.ignored / row.shown)
              : row.shown === 0
                ? ''
                : HIDDEN,
          ]
        : []),
    ]),
  );
}

function rateText({ rate, decisions }: InsightsRow, { percent }: Words): string {
  return rate ? percent(rate.value) : decisions === 0 ? '' : HIDDEN;
}

function countText(value: number | null, { count }: Words): string {
  return value === null ? HIDDEN : count(value);
}

/** A rate and its interval, drawn. What it says stands beside it. */
function createBar({ rate }: InsightsRow): SVGElement {
  const svg = draw('svg', {
    viewBox: '0 0 100 8',
    preserveAspectRatio: 'none',
    class: 'bar',
    'aria-hidden': 'true',
  });
  svg.append(draw('rect', { x: 0, y: 1, width: 100, height: 6, class: 'bar-ground' }));
  if (!rate) return svg;
  const [value, low, high] = [rate.value * 100, rate.low * 100, rate.high * 100];
  svg.append(
    draw('rect', { x: 0, y: 1, width: value, height: 6, class: 'bar-value' }),
    // Never so thin that it cannot be seen.
    draw('rect', { x: low, y: 3, width: Math.max(0.8, high - low), height: 2, class: 'bar-interval' }),
  );
  return svg;
}

function draw(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}
