import type { OutboxEntry } from './outbox-entries.js';

/**
 * What became of one attempt.
 *
 * - `acknowledged`: the server holds the record; with its receipt, unless the server gives none
 * - `refused`: the server will never take it
 * - `unanswered`: try again later, not before `retryAfter` if the server said so; `unexpected` tells what
 *   answered when it was not a receipts server in trouble
 */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly receipt?: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unanswered'; readonly retryAfter?: string | null; readonly unexpected?: string };

/** Answers that will be the same next time. */
const PERMANENT = new Set([400, 409, 413, 422]);
const MAX_REASON_LENGTH = 300;

/** How one record is sent. */
export interface PostOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Whether the page may be gone before the answer comes. */
  readonly leaving: boolean;
  readonly signal: AbortSignal;
}

/**
 * Sends one record. Calls `fetch` before it returns, for a page that is about to go. Never rejects.
 *
 * While the page stays, the request carries the decision cookie, which the server renews in its answer. When
 * the page goes, the request outlives it and carries no cookie: once it cannot be called off any more, its
 * answer must not bring back what the visitor has overruled since. Chromium does not even call it off while
 * the page is there (seen in version 156), hence never both at once.
 */
export async function postRecord(
  endpoint: string,
  { id, text }: OutboxEntry,
  { fetch, leaving, signal }: PostOptions,
): Promise<Outcome> {
  const init: RequestInit = {
    method: 'POST',
    credentials: leaving ? 'omit' : 'same-origin',
    // Not JSON by name: across origins that would cost a preflight, which a closing tab does not survive.
    headers: { 'content-type': 'text/plain' },
    body: text,
    signal,
  };
  try {
    const response = leaving
      ? // All keepalive requests of a page share 64 KiB (Fetch standard, "HTTP-network-or-cache fetch"). A browser
        // does not tell that it is used up from a dead network, so try once without.
        await fetch(endpoint, { ...init, keepalive: true }).catch(() => fetch(endpoint, init))
      : await fetch(endpoint, init);
    return await judge(response, id);
  } catch {
    return { kind: 'unanswered' };
  }
}

async function judge(response: Response, id: string): Promise<Outcome> {
  const { status } = response;
  if (PERMANENT.has(status)) {
    const reason = (await response.text()).slice(0, MAX_REASON_LENGTH);
    return { kind: 'refused', reason: `${status}: ${reason}` };
  }
  if (status === 429 || status >= 500)
    return { kind: 'unanswered', retryAfter: response.headers.get('retry-after') };
  if (status === 204) return { kind: 'acknowledged' };
  const receipt = response.ok ? await response.text() : '';
  // A 200 alone proves nothing: hotel networks and single-page apps answer every address with a page.
  return recordIdOf(receipt) === id
    ? { kind: 'acknowledged', receipt }
    : { kind: 'unanswered', unexpected: `${status} without a receipt for the record` };
}

function recordIdOf(receipt: string): unknown {
  try {
    return (JSON.parse(receipt) as { record?: { id?: unknown } } | null)?.record?.id;
  } catch {
    return undefined;
  }
}
