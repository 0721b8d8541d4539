import type { ReportedChange } from './connector.js';

const ATTRIBUTE = '_PIXEL_TRACKING_CONSENT';

/**
 * Refusals of tracking in what Brevo posts for `contactUpdated`, which it does for every change of a contact.
 * Only refusals: an attribute that is true may come from an import or from our own write, and is nobody's
 * word; taking a refusal seriously needs no proof.
 *
 * The form was read in a public service's code and tests (betagouv/mon-service-securise, July 2026).
 */
export function readBrevoEvents(body: unknown, purpose: string): ReportedChange[] {
  const events = Array.isArray(body) ? body : [body];
  return events.flatMap((event) => {
    const { event: name, ts, content } = toObject(event);
    if (name !== 'contact_updated' || typeof ts !== 'number' || !Array.isArray(content)) return [];
    return content.flatMap((each): ReportedChange[] => {
      const { email, attributes } = toObject(each);
      const { [ATTRIBUTE]: allowed } = toObject(attributes);
      if (allowed !== false || typeof email !== 'string' || !email) return [];
      return [{ contact: { kind: 'email', value: email.trim().toLowerCase() }, purpose, at: ts * 1000 }];
    });
  });
}

function toObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
