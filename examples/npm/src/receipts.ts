import type { ConsentManager } from '@consentry/core';
import { createOutbox, createSender, recordDecision } from '@consentry/receipts-client';

/** Records every decision and sends it to our server. Returns the way to download the latest receipt. */
export function keepReceipts(manager: ConsentManager): () => void {
  const outbox = createOutbox();
  const sender = createSender({ endpoint: '/consentry/records', outbox });
  // In the outbox before anything is released, so it survives whatever comes next.
  recordDecision(manager, { site: 'npm-example', sdk: '0.1.0', outbox, onQueued: () => void sender.send() });

  return () => {
    const receipt = sender.receipt();
    if (!receipt) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([receipt.text], { type: 'application/json' }));
    link.download = 'consent-receipt.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
}
