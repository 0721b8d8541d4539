export { DeliveryError, type DeliveryErrorCode } from './delivery-error.js';
export { hasWaiting } from './has-waiting.js';
export { createOutbox, type Outbox, type OutboxOptions } from './outbox.js';
export type { KeptReceipt } from './receipt-shelf.js';
export { type RecordDecisionOptions, recordDecision } from './record-decision.js';
export { createSender, type Sender, type SenderOptions } from './sender.js';
export { type RecordSource, toRecord } from './to-record.js';
