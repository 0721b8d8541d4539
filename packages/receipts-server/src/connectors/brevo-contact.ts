import { DeliveryError } from './delivery-error.js';

/** What we read of a contact at Brevo. */
export interface BrevoContact {
  readonly email: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** On the e-mail blocklist: unsubscribed from everything. */
  readonly blocked: boolean;
  readonly listIds: readonly number[];
  /** Lists the person unsubscribed from. */
  readonly listUnsubscribed: readonly number[];
}

/** Reads `GET /contacts/{identifier}`. Throws a temporary error for anything else: somebody else answered. */
export function parseBrevoContact(body: unknown): BrevoContact {
  const contact = (body ?? {}) as Record<string, unknown>;
  const { attributes, emailBlacklisted, listIds, listUnsubscribed, email } = contact;
  if (typeof emailBlacklisted !== 'boolean' || !Array.isArray(listIds))
    throw new DeliveryError('temporary', 'Brevo answered something that is no contact.');
  return {
    email: typeof email === 'string' ? email : undefined,
    attributes: typeof attributes === 'object' && attributes !== null ? { ...attributes } : {},
    blocked: emailBlacklisted,
    listIds: listIds.map(Number),
    listUnsubscribed: Array.isArray(listUnsubscribed) ? listUnsubscribed.map(Number) : [],
  };
}
