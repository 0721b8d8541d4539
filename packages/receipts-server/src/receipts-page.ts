// The script of the page at <base>/receipts; `page/page-files.ts` serves it.
import { createElement } from './page/create-element.js';
import { showDetail } from './page/detail-dialog.js';
import { createEntrance, findToken, keepToken } from './page/entrance.js';
import { ApiError, readReceipt, readRecords } from './page/read-api.js';
import { createRow } from './page/record-row.js';
import { chooseTexts } from './page/texts.js';

const { language, texts } = chooseTexts(navigator.languages);
// The visitor's own way of writing dates, in the language of the page.
const locale = navigator.languages.find((each) => each.startsWith(language)) ?? language;
const page = document.getElementById('page') ?? document.body;
const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
const formatTime = (iso: string) => times.format(new Date(iso));
const heading = () =>
  createElement(
    'div',
    {},
    createElement('h1', {}, texts.title),
    createElement('p', { className: 'lead' }, texts.lead),
  );

function showEntrance(message = ''): void {
  const { elements, field } = createEntrance(texts, showList, message);
  page.replaceChildren(createElement('div', { className: 'head' }, heading()), ...elements);
  field.focus();
}

function showList(token: string): void {
  let next = '';
  const list = createElement('ul', { className: 'list' });
  const note = createElement('p', { className: 'note', role: 'status' });
  const subject = createElement('input', { type: 'search', autocomplete: 'off', maxLength: 22 });
  const more = createElement('button', { type: 'button', className: 'more', hidden: true }, texts.more);
  const leave = createElement('button', { type: 'button' }, texts.leave);
  const search = createElement(
    'form',
    { className: 'search' },
    createElement('label', {}, texts.subject, subject),
    createElement('button', { type: 'submit' }, texts.search),
  );

  const guarded = async (run: () => Promise<void>) => {
    note.textContent = '';
    try {
      await run();
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) showEntrance(texts.refused);
      else note.textContent = texts.failed;
    }
  };
  const load = (before: string) =>
    guarded(async () => {
      const found = await readRecords(token, subject.value.trim(), before);
      keepToken(token);
      if (!before) list.replaceChildren();
      const open = (id: string) =>
        guarded(async () => showDetail(await readReceipt(token, id), texts, formatTime));
      for (const each of found.records)
        list.append(createRow(each, texts, formatTime, () => open(each.record.id)));
      next = found.next ?? '';
      more.hidden = !next;
      if (!list.firstChild) note.textContent = texts.none;
    });

  more.addEventListener('click', () => load(next));
  leave.addEventListener('click', () => showEntrance());
  search.addEventListener('submit', (event) => {
    event.preventDefault();
    load('');
  });
  page.replaceChildren(
    createElement('div', { className: 'head' }, heading(), leave),
    search,
    list,
    note,
    more,
  );
  load('');
}

document.documentElement.lang = language;
document.title = texts.title;
const token = findToken();
if (token) showList(token);
else showEntrance();
