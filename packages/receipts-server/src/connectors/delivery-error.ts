/**
 * Why a delivery failed.
 *
 * - `temporary`: the service is in trouble, unreachable or too busy; the same will do later
 * - `permanent`: the service will never take this
 * - `key`: the service does not accept our key; nothing will do until somebody changes it
 */
export type DeliveryErrorKind = 'temporary' | 'permanent' | 'key';

/** Thrown by connectors; the message is shown to operators and holds no secret and no address. */
export class DeliveryError extends Error {
  constructor(
    readonly kind: DeliveryErrorKind,
    message: string,
    /** The wait the service asked for. */
    readonly waitMs?: number,
    /** What to remember of the part that did go out. */
    readonly memory?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = 'DeliveryError';
  }
}
