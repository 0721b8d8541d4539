import { createElement } from './create-element.js';
import type { ListedRecord } from './read-api.js';
import type { Texts } from './texts.js';

/** One record of the list. */
export function createRow(
  { receivedAt, record }: ListedRecord,
  texts: Texts,
  formatTime: (iso: string) => string,
  onOpen: () => void,
): HTMLLIElement {
  const open = createElement('button', { type: 'button' }, texts.details);
  open.setAttribute('aria-label', `${texts.details}: ${formatTime(receivedAt)}`);
  open.addEventListener('click', onOpen);
  const chips = Object.entries(record.statuses).map(([id, status]) =>
    createElement('li', { className: `chip ${status}` }, `${id} · ${texts.statuses[status] ?? status}`),
  );
  return createElement(
    'li',
    { className: 'card row' },
    createElement(
      'div',
      {},
      createElement('p', { className: 'when' }, formatTime(receivedAt)),
      createElement('p', { className: 'who' }, `${record.site} · ${record.via}`),
      createElement('p', { className: 'who' }, createElement('code', {}, record.subject)),
    ),
    createElement('ul', { className: 'list chips' }, ...chips),
    open,
  );
}
