/** Not assigned to any country (ISO 3166-1, user-assigned codes); edges send them for an address they cannot place. */
const UNKNOWN = new Set(['XX', 'ZZ']);

/**
 * Where a visitor is, as the edge before this server says in a header; empty when it does not. A stranger who reaches the
 * server past the edge can say anything here, so that nothing but counts may hang on it.
 */
export function readCountry(request: Request, header: string | undefined): string {
  const value = (header && request.headers.get(header))?.trim().toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(value) && !UNKNOWN.has(value) ? value : '';
}
