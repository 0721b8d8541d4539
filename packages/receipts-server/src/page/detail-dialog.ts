import type { ConsentReceipt } from '@consentry/receipts';
import { createElement } from './create-element.js';
import { verifyHere } from './read-api.js';
import type { Texts } from './texts.js';

/** Shows a receipt whole, with a button that verifies it. Removes itself when closed. */
export function showDetail(text: string, texts: Texts, formatTime: (iso: string) => string): void {
  const receipt = JSON.parse(text) as ConsentReceipt;
  const { record } = receipt;
  const { version, language, hash } = record.notice;
  const facts: [string, string][] = [
    [texts.subject, record.subject],
    [texts.received, formatTime(receipt.receivedAt)],
    [texts.given, formatTime(record.givenAt)],
    [texts.via, record.via],
    [texts.notice, [version, language, hash].filter((each) => each !== undefined).join(' · ')],
    [texts.issuer, receipt.issuer],
  ];
  // A live region must be there before it speaks.
  const verdict = createElement('p', { className: 'note', role: 'status' });
  const verifyButton = createElement('button', { type: 'button', className: 'main' }, texts.verify);
  const closeButton = createElement('button', { type: 'button' }, texts.close);
  const heading = createElement('h2', { id: 'receipt-title' }, texts.receipt);
  const dialog = createElement(
    'dialog',
    {},
    heading,
    createElement(
      'dl',
      {},
      ...facts.flatMap(([name, value]) => [createElement('dt', {}, name), createElement('dd', {}, value)]),
    ),
    createElement('div', { className: 'actions' }, verifyButton, closeButton),
    verdict,
    createElement('pre', { tabIndex: 0 }, JSON.stringify(receipt, null, 2)),
  );
  dialog.setAttribute('aria-labelledby', heading.id);

  verifyButton.addEventListener('click', async () => {
    const result = await verifyHere(receipt).catch((error: unknown) => ({
      ok: false as const,
      code: 'failed',
      reason: String(error),
    }));
    verdict.className = result.ok ? 'note good' : 'note bad';
    verdict.textContent = result.ok
      ? texts.verified
      : `${texts.notVerified} ${result.code}. ${result.reason}`;
  });
  closeButton.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
