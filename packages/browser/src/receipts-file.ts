import { createSender } from '@consentry/receipts-client/sender';
import { handOver } from './hand-over.js';
import type { ReceiptsPart } from './parts.js';

/** The whole of the receipts file: delivers the sender. */
export function receiptsFile(): void {
  const part: ReceiptsPart = (options) => createSender(options);
  handOver().deliver(part);
}
