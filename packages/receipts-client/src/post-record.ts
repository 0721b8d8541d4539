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

/** Sends one record. Calls `fetch` before it returns, for a page that is about to go. Never rejects. */
export async function postRecord(
  endpoint: string,
  { id, text }: OutboxEntry,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Outcome> {
  const init: RequestInit = {
    method: 'POST',
    // The server renews the decision cookie in its answer, which needs the cookie in the question.
    credentials: 'same-origin',
    // Not JSON by name: across origins that would cost a preflight, which a closing tab does not survive.
    headers: { 'content-type': 'text/plain' },
    body: text,
    signal,
  };
  try {
    const response = await fetch(endpoint, { ...init, keepalive: true }).catch((error) => {
      if (signal.aborted) throw error;
      // Perhaps only the 64 KiB that all keepalive requests of a page share are used up (Fetch standard,
      // "HTTP-network-or-cache fetch"). A browser does not tell this from a dead network, so try once without.
      return fetch(endpoint, init);
    });
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
