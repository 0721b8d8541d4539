import uPlot from 'uplot';
import { createElement } from './create-element.js';

/** One line of a chart. */
export interface Line {
  readonly label: string;
  /** `null` where there is nothing to draw. */
  readonly values: readonly (number | null)[];
  /** Class of the stylesheet whose colour it has, e.g. `"line-granted"`. */
  readonly className: string;
  /** Dashes in pixels: lines must not differ by colour alone. @default a solid line */
  readonly dash?: number[];
  /** Ends of a band around the line. */
  readonly band?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] };
}

/** What a chart shows. */
export interface LineChart {
  /** Days, e.g. `"2026-11-22"`. */
  readonly days: readonly string[];
  readonly lines: readonly Line[];
  /** Said to whoever does not see it. */
  readonly description: string;
  readonly formatValue: (value: number) => string;
  readonly formatDay: (day: string) => string;
  /** Whether values are shares of 1. */
  readonly isShare: boolean;
}

const HEIGHT = 230;
const POINTS_UP_TO = 40;

/** A chart over time that keeps to the width it has; the legend says the values under the pointer. */
export function createLineChart(chart: LineChart): HTMLElement {
  const { days, lines, description, formatValue, formatDay, isShare } = chart;
  const canvasPlace = createElement('div', { className: 'chart' });
  canvasPlace.setAttribute('role', 'img');
  canvasPlace.setAttribute('aria-label', description);
  const values = lines.map(() => createElement('span', { className: 'value' }));
  const when = createElement('span', { className: 'when' });
  const legend = createElement(
    'p',
    { className: 'legend' },
    ...lines.map(({ label, className }, i) =>
      createElement('span', { className: `key ${className}` }, `${label} `, values[i] as HTMLElement),
    ),
    when,
  );
  const figure = createElement('div', {}, legend, canvasPlace);
  const say = (index: number | null | undefined) => {
    const shown = index ?? -1;
    when.textContent = days[shown] ? formatDay(days[shown]) : '';
    for (const [i, line] of lines.entries()) {
      const value = line.values[shown];
      (values[i] as HTMLElement).textContent = typeof value === 'number' ? formatValue(value) : '';
    }
  };
  const draw = (width: number) => {
    const colour = (name: string) => getComputedStyle(canvasPlace).getPropertyValue(name).trim();
    const lineColour = (className: string) => colour(`--${className}`);
    const grid = { stroke: colour('--line'), width: 1 };
    const axis = {
      stroke: colour('--faint'),
      grid,
      ticks: { show: false },
      font: '12px system-ui, sans-serif',
    };
    const series: uPlot.Series[] = [{}];
    const data: (readonly (number | null)[])[] = [days.map((day) => Date.parse(day) / 1000)];
    const bands: uPlot.Band[] = [];
    for (const { values: own, className, dash, band } of lines) {
      const stroke = lineColour(className);
      series.push({
        ...{ stroke, width: 2, spanGaps: false },
        ...(dash ? { dash } : {}),
        points: { show: days.length <= POINTS_UP_TO, size: 5 },
      });
      data.push(own);
      if (!band) continue;
      bands.push({ series: [series.length, series.length + 1], fill: `${stroke}2e` });
      for (const edge of [band.high, band.low]) {
        series.push({ stroke: 'transparent', width: 0, points: { show: false } });
        data.push(edge);
      }
    }
    return new uPlot(
      {
        ...{ width, height: HEIGHT, series, bands },
        // Half of the last day's name lies beyond the last day.
        padding: [8, 30, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
        scales: { y: { range: isShare ? shareRange : countRange } },
        axes: [
          {
            ...axis,
            size: 30,
            space: 90,
            values: (_, splits) => splits.map((split) => formatDay(isoDay(split))),
          },
          { ...axis, size: isShare ? 52 : 64, values: (_, splits) => splits.map(formatValue) },
        ],
        hooks: { setCursor: [({ cursor }) => say(cursor.idx)] },
      },
      data as uPlot.AlignedData,
      canvasPlace,
    );
  };
  let plot: uPlot | undefined;
  const again = () => {
    const width = Math.floor(canvasPlace.clientWidth);
    if (width < 50) return;
    plot?.destroy();
    plot = draw(width);
  };
  const resized = new ResizeObserver(() => {
    if (plot?.width !== Math.floor(canvasPlace.clientWidth)) again();
  });
  resized.observe(canvasPlace);
  // Colours are painted, so that a change of the scheme needs another painting.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  return figure;
}

const isoDay = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

/** Tens of percent around what there is, at least two of them: small noise must not look like a cliff. */
function shareRange(_: uPlot, min: number | null, max: number | null): [number, number] {
  const low = Math.max(0, Math.floor((min ?? 0) * 10 - 0.2) / 10);
  const high = Math.min(1, Math.ceil((max ?? 1) * 10 + 0.2) / 10);
  return high - low < 0.2 ? [Math.max(0, low - 0.1), Math.min(1, high + 0.1)] : [low, high];
}

function countRange(_: uPlot, __: number | null, max: number | null): [number, number] {
  return [0, Math.max(1, (max ?? 1) * 1.08)];
}
