// The script of the page at <base>/insights; `page/page-files.ts` serves it.
import type { InsightsAnswer } from './insights/answer.js';
import { createElement } from './page/create-element.js';
import { createEntrance, findToken, forgetToken, keepToken } from './page/entrance.js';
import { createFilters } from './page/insights-filters.js';
import { createSections } from './page/insights-sections.js';
import { type InsightsState, readState, toQuery, toSearch } from './page/insights-state.js';
import { createWords } from './page/insights-words.js';
import { ApiError, readInsights, readInsightsCsv } from './page/read-api.js';

const words = createWords(navigator.languages);
const { texts } = words;
const page = document.getElementById('page') ?? document.body;

function createHead(...actions: HTMLElement[]): HTMLElement {
  return createElement(
    'div',
    { className: 'head' },
    createElement(
      'div',
      {},
      createElement('h1', {}, texts.title),
      createElement('p', { className: 'lead' }, texts.lead),
    ),
    createElement('div', { className: 'links' }, ...actions),
  );
}

function showEntrance(message = ''): void {
  const { elements, field } = createEntrance(texts, (token) => void showInsights(token), message);
  page.replaceChildren(createHead(), ...elements);
  field.focus();
}

async function showInsights(token: string): Promise<void> {
  const note = createElement('p', { className: 'note', role: 'status' });
  const receipts = createElement('a', {}, texts.receipts);
  receipts.href = new URL('receipts', new URL('..', import.meta.url)).pathname;
  const leave = createElement('button', { type: 'button' }, texts.leave);
  leave.addEventListener('click', () => {
    forgetToken();
    showEntrance();
  });
  const filters = createElement('div');
  const sections = createElement('div', { className: 'sections' });
  let asked = 0;

  const guarded = async (run: () => Promise<void>) => {
    try {
      await run();
    } catch (error) {
      if (error instanceof ApiError && (error.status === 401 || error.status === 403))
        showEntrance(texts.refused);
      else note.textContent = texts.failed;
    }
  };
  const show = (answer: InsightsAnswer, state: InsightsState) => {
    // Filters are made anew, and whoever is at one stays there.
    const { name } = document.activeElement as { name?: string } & Element;
    note.textContent = answer.span ? '' : texts.nothing;
    filters.replaceChildren(...(answer.span ? [createFilters(answer, state, words, go)] : []));
    const onCsv = (table: string) => void guarded(() => save(token, state, table));
    sections.replaceChildren(
      ...(answer.span ? createSections({ answer, state, words, onChange: go, onCsv }) : []),
    );
    if (name) page.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
  };
  const load = (state: InsightsState) =>
    guarded(async () => {
      const number = ++asked;
      const answer = await readInsights(token, toQuery(state, Date.now()));
      keepToken(token);
      // Whoever changes filters quickly wants the last.
      if (number === asked) show(answer, state);
    });
  const go = (state: InsightsState) => {
    history.pushState(null, '', location.pathname + toSearch(state));
    void load(state);
  };
  window.onpopstate = () => void load(readState(location.search));
  page.replaceChildren(createHead(receipts, leave), filters, note, sections);
  await load(readState(location.search));
}

/** Saves a table. Asked for with the token, which a plain link could not send. */
async function save(token: string, state: InsightsState, table: string): Promise<void> {
  const blob = await readInsightsCsv(token, toQuery(state, Date.now()), table);
  const link = createElement('a', { href: URL.createObjectURL(blob), download: `consentry-${table}.csv` });
  link.click();
  URL.revokeObjectURL(link.href);
}

document.documentElement.lang = words.language;
document.title = texts.title;
const token = findToken();
if (token) void showInsights(token);
else showEntrance();
