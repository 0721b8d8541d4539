import { DIMENSIONS, type InsightsAnswer } from '../insights/answer.js';
import { createElement } from './create-element.js';
import { changeState, DEFAULT_DAYS, type InsightsState } from './insights-state.js';
import type { Words } from './insights-words.js';

/** Whole weeks: otherwise a weekend more would pass for a change. */
const DAYS = [7, 28, 91, 364];
type Option = readonly [value: string, text: string];

/** What can be narrowed, as a form. `onChange` hears of the state that is wanted then. */
export function createFilters(
  answer: InsightsAnswer,
  state: InsightsState,
  words: Words,
  onChange: (state: InsightsState) => void,
): HTMLElement {
  const { texts } = words;
  const change = (changes: Readonly<Record<string, string | undefined>>) =>
    onChange(changeState(state, changes));
  const hasOwnDates = Boolean(state.from || state.to);

  const period = createChoice(
    'days',
    texts.period,
    [...DAYS.map((days): Option => [String(days), texts.lastDays(days)]), ['own', texts.ownPeriod]],
    hasOwnDates ? 'own' : (state.days ?? DEFAULT_DAYS),
    (days) =>
      days === 'own'
        ? change({ days: undefined, from: answer.period.from, to: answer.period.to })
        : change({ days, from: undefined, to: undefined }),
  );
  const dates = hasOwnDates
    ? (['from', 'to'] as const).map((name) => {
        const field = createElement('input', {
          type: 'date',
          name,
          value: answer.period[name],
          required: true,
        });
        field.addEventListener('change', () => {
          const next = { ...answer.period, [name]: field.value };
          if (next.from && next.to && next.from <= next.to) change(next);
        });
        return createElement('label', {}, texts[name], field);
      })
    : [];
  const topic = createChoice(
    'topic',
    texts.topic,
    answer.topics.map((each): Option => [each.id, words.topic(each)]),
    answer.topic,
    (value) => change({ topic: value }),
  );
  const site =
    answer.sites.length > 1
      ? [
          createChoice(
            'site',
            texts.site,
            answer.sites.map((each): Option => [each, each]),
            answer.site,
            (value) => change({ site: value, topic: undefined }),
          ),
        ]
      : [];
  const dimensions = DIMENSIONS.filter(
    (dimension) => state[dimension] !== undefined || answer.by[dimension].length > 1,
  ).map((dimension) => {
    const keys = new Set([...answer.by[dimension].map(({ key }) => key), ...toList(state[dimension])]);
    return createChoice(
      dimension,
      texts.dimension[dimension] ?? dimension,
      [ALL(texts.all), ...[...keys].map((key): Option => [`=${key}`, words.value(dimension, key)])],
      state[dimension] === undefined ? '' : `=${state[dimension]}`,
      // The empty value is a choice as well: what is not known.
      (value) => change({ [dimension]: value === '' ? undefined : value.slice(1) }),
    );
  });
  const reset = createElement(
    'button',
    { type: 'button', hidden: Object.keys(state).length === 0 },
    texts.reset,
  );
  reset.addEventListener('click', () => onChange({}));
  const form = createElement(
    'form',
    { className: 'filters card' },
    period,
    ...dates,
    topic,
    ...site,
    ...dimensions,
    reset,
  );
  form.setAttribute('aria-label', texts.filters);
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

/** A labelled choice of one of several. */
export function createChoice(
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string,
  onChoice: (value: string) => void,
): HTMLElement {
  const select = createElement(
    'select',
    { name },
    ...options.map(([value, text]) => createElement('option', { value, selected: value === chosen }, text)),
  );
  select.addEventListener('change', () => onChoice(select.value));
  return createElement('label', {}, label, select);
}

const ALL = (text: string): Option => ['', text];
const toList = (value: string | undefined) => (value === undefined ? [] : [value]);
