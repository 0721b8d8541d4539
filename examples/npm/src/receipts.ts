import type { ConsentManager } from '@consentry/core';
import { createOutbox, createSender, recordDecision } from '@consentry/receipts-client';
import type { PastDecision } from '@consentry/widget';

/** Records every decision and sends it to our server. Returns what the visitor has decided, with its receipts. */
export function keepReceipts(manager: ConsentManager): () => readonly PastDecision[] {
  const outbox = createOutbox();
  const sender = createSender({ endpoint: '/consentry/records', outbox });
  // In the outbox before anything is released, so it survives whatever comes next.
  recordDecision(manager, { site: 'npm-example', sdk: '0.1.0', outbox, onQueued: () => void sender.send() });

  return () =>
    sender.receipts().map(({ text }) => {
      const { record } = JSON.parse(text);
      return { at: Date.parse(record.givenAt), statuses: record.statuses, download: () => save(text) };
    });
}

/** Hands the visitor a text as a file. */
function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'consent-receipt.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
