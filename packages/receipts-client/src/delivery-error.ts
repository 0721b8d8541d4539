/**
 * What went wrong with a delivery, stable across versions.
 *
 * - `record-refused`: the server will never take this record; it was given up
 * - `entry-dropped`: the outbox held something unreadable; it was deleted
 * - `unexpected-answer`: something answered that is no receipts server; the record is kept and tried again
 */
export type DeliveryErrorCode = 'record-refused' | 'entry-dropped' | 'unexpected-answer';

/** An error with a stable `code`, told to `onError` and never thrown into the page. */
export class DeliveryError extends Error {
  constructor(
    readonly code: DeliveryErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'DeliveryError';
  }
}
