import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox } from './outbox.js';
import { createSender, type Sender, type SenderOptions } from './sender.js';

const idAt = (n: number) => `01a1fce7-9d80-7000-8000-${String(n).padStart(12, '0')}`;
const textOf = (n: number) => JSON.stringify({ schema: 'consentry-record-1', id: idAt(n) });
const receiptFor = (id: string) => JSON.stringify({ record: { id }, receivedAt: '2026-11-21T07:00:01.000Z' });

type Answer = (id: string, init: RequestInit) => Response | Promise<Response>;
const acknowledge: Answer = (id) => new Response(receiptFor(id), { status: 201 });
const fail =
  (status: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response('{"error":{}}', { status, headers });
const deadNetwork: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

let senders: Sender[] = [];

/** A page whose server answers with `answers`, one after the other, the last one for ever. */
function openPage(answers: Answer[], options: Partial<SenderOptions> = {}) {
  const outbox = options.outbox ?? createOutbox();
  const requests: { url: string; id: string; init: RequestInit }[] = [];
  const errors: string[] = [];
  const fetch = async (url: unknown, init: RequestInit = {}) => {
    const { id } = JSON.parse(String(init.body));
    const answer = answers[Math.min(requests.length, answers.length - 1)] as Answer;
    requests.push({ url: String(url), id, init });
    return answer(id, init);
  };
  const sender = createSender({
    endpoint: '/consentry/records',
    outbox,
    fetch: fetch as typeof globalThis.fetch,
    random: () => 1,
    locks: undefined,
    onError: ({ code }) => errors.push(code),
    ...options,
  });
  senders.push(sender);
  return { sender, outbox, requests, errors };
}

const waiting = () => Object.keys(localStorage).filter((key) => key.startsWith('consentry-outbox.')).length;
const settleAll = () => vi.advanceTimersByTimeAsync(0);

function setVisibility(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 7) }));
afterEach(() => {
  for (const sender of senders) sender.close();
  senders = [];
  localStorage.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('createSender', () => {
  it('sends nothing while nothing waits', async () => {
    const { requests } = openPage([acknowledge]);
    await settleAll();
    expect(requests).toEqual([]);
  });

  it('posts the exact text without a preflight, with the cookie the server is to renew', async () => {
    createOutbox().put(idAt(1), textOf(1));
    const { requests } = openPage([acknowledge]);
    await settleAll();
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      url: '/consentry/records',
      init: {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'text/plain' },
        body: textOf(1),
      },
    });
  });

  it('delivers on the next load what an earlier page could not', async () => {
    const first = openPage([deadNetwork]);
    first.outbox.put(idAt(1), textOf(1));
    await first.sender.send();
    first.sender.close();
    expect(waiting()).toBe(1);

    const { requests } = openPage([acknowledge]);
    await settleAll();
    expect(requests.map(({ id }) => id)).toEqual([idAt(1)]);
    expect(waiting()).toBe(0);
  });

  it('sends in order and lets a record go only when its receipt has come', async () => {
    const held: (() => void)[] = [];
    const { outbox, sender, requests } = openPage([
      (id, init) => new Promise((resolve) => held.push(() => resolve(acknowledge(id, init) as Response))),
      acknowledge,
    ]);
    outbox.put(idAt(1), textOf(1));
    const sent = sender.send();
    await settleAll();
    expect(waiting()).toBe(1);
    held[0]?.();
    await sent;
    expect(waiting()).toBe(0);
    expect(requests).toHaveLength(1);
  });

  it('keeps the receipt for the visitor and tells of it', async () => {
    const told: string[] = [];
    const { outbox, sender } = openPage([acknowledge], { onReceipt: ({ id }) => told.push(id) });
    expect(sender.receipt()).toBeUndefined();
    outbox.put(idAt(1), textOf(1));
    outbox.put(idAt(2), textOf(2));
    await sender.send();
    expect(sender.receipt()).toMatchObject({ id: idAt(2), text: receiptFor(idAt(2)) });
    expect(sender.receipts().map(({ id }) => id)).toEqual([idAt(2), idAt(1)]);
    expect(told).toEqual([idAt(1), idAt(2)]);
  });

  it('takes an answer without content as an acknowledgement without a receipt', async () => {
    const { outbox, sender } = openPage([() => new Response(null, { status: 204 })]);
    outbox.put(idAt(1), textOf(1));
    await sender.send();
    expect(waiting()).toBe(0);
    expect(sender.receipts()).toEqual([]);
  });

  it.each([400, 409, 413, 422])('gives a record up after a %i, says so, and goes on', async (status) => {
    const { outbox, sender, errors, requests } = openPage([fail(status), acknowledge]);
    outbox.put(idAt(1), textOf(1));
    outbox.put(idAt(2), textOf(2));
    await sender.send();
    expect(waiting()).toBe(0);
    expect(requests.map(({ id }) => id)).toEqual([idAt(1), idAt(2)]);
    expect(errors).toEqual(['record-refused']);
  });

  it.each([
    ['a 500', fail(500)],
    ['a 503', fail(503)],
    ['a 429', fail(429)],
    ['a dead network', deadNetwork],
  ])('keeps the record after %s and tries again by itself, later and later', async (_, answer) => {
    const { outbox, sender, errors, requests } = openPage([answer]);
    outbox.put(idAt(1), textOf(1));
    await sender.send();
    const attempts = () => requests.length;
    expect(attempts()).toBe(1);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(attempts()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts()).toBe(2);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(attempts()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts()).toBe(3);
    expect(waiting()).toBe(1);
    expect(errors).toEqual([]);
  });

  it.each([
    ['a page instead of a receipt', () => new Response('<!doctype html>', { status: 200 })],
    ['the receipt of another record', () => new Response(receiptFor(idAt(9)), { status: 200 })],
    ['a 404', fail(404)],
    ['a 403', fail(403)],
  ])('keeps the record and says so when %s answers', async (_, answer) => {
    const { outbox, sender, errors } = openPage([answer, acknowledge]);
    outbox.put(idAt(1), textOf(1));
    await sender.send();
    expect(waiting()).toBe(1);
    expect(errors).toEqual(['unexpected-answer']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(waiting()).toBe(0);
  });

  it('asks no sooner than the server wants, whatever happens in between', async () => {
    const { outbox, sender, requests } = openPage([fail(429, { 'retry-after': '60' }), acknowledge]);
    outbox.put(idAt(1), textOf(1));
    await sender.send();
    window.dispatchEvent(new Event('online'));
    setVisibility('hidden');
    setVisibility('visible');
    await sender.send();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(waiting()).toBe(0);
  });

  it.each([
    ['the network returns', () => window.dispatchEvent(new Event('online'))],
    ['the visitor returns', () => setVisibility('visible')],
    ['the page is hidden', () => setVisibility('hidden')],
  ])('tries again when %s', async (_, happen) => {
    const { outbox, sender } = openPage([deadNetwork, acknowledge]);
    outbox.put(idAt(1), textOf(1));
    await sender.send();
    expect(waiting()).toBe(1);
    happen();
    await settleAll();
    expect(waiting()).toBe(0);
  });

  it('starts every request at once when the page is hidden, in a way that outlives it', async () => {
    const { outbox, sender, requests } = openPage([() => new Promise(() => {})]);
    await settleAll();
    for (const n of [1, 2, 3]) outbox.put(idAt(n), textOf(n));
    sender.send();
    expect(requests.map(({ id }) => id)).toEqual([idAt(1)]);
    setVisibility('hidden');
    const leaving = requests.slice(1);
    expect(leaving.map(({ id }) => id)).toEqual([idAt(1), idAt(2), idAt(3)]);
    expect(leaving.every(({ init }) => init.keepalive)).toBe(true);
  });

  it('never lets a request that may outlive the page carry a cookie', async () => {
    const { outbox, sender, requests } = openPage([fail(503)]);
    outbox.put(idAt(1), textOf(1));
    await sender.send();
    setVisibility('hidden');
    await vi.advanceTimersByTimeAsync(600_000);
    setVisibility('visible');
    await settleAll();
    const kinds = new Set(requests.map(({ init }) => `${init.keepalive ?? false} ${init.credentials}`));
    expect([...kinds].sort()).toEqual(['false same-origin', 'true omit']);
  });

  it('keeps one receipt and tells of it once when both requests for a record are answered', async () => {
    const told: string[] = [];
    const { outbox, sender, requests } = openPage([acknowledge], { onReceipt: ({ id }) => told.push(id) });
    await settleAll();
    outbox.put(idAt(1), textOf(1));
    sender.send();
    setVisibility('hidden');
    await settleAll();
    expect(requests).toHaveLength(2);
    expect(told).toEqual([idAt(1)]);
    expect(waiting()).toBe(0);
  });

  it('sends without keepalive when the browser refuses another keepalive request', async () => {
    const { outbox, requests } = openPage([deadNetwork, acknowledge]);
    outbox.put(idAt(1), textOf(1));
    setVisibility('hidden');
    await settleAll();
    expect(requests.map(({ init }) => init.keepalive)).toEqual([true, undefined]);
    expect(waiting()).toBe(0);
  });

  it('calls an older record off when a newer decision is made, and sends both', async () => {
    const hang: Answer = (_, { signal }) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
      );
    const { outbox, sender, requests, errors } = openPage([hang, acknowledge]);
    outbox.put(idAt(1), textOf(1));
    sender.send();
    await settleAll();
    outbox.put(idAt(2), textOf(2));
    await sender.send();
    expect(requests.map(({ id }) => id)).toEqual([idAt(1), idAt(1), idAt(2)]);
    expect(waiting()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('calls an older record off when the newer decision is made in another tab', async () => {
    let aborted = false;
    const { outbox, sender } = openPage([
      (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => {
            aborted = true;
            reject(new DOMException('aborted', 'AbortError'));
          }),
        ),
      acknowledge,
    ]);
    outbox.put(idAt(1), textOf(1));
    sender.send();
    await settleAll();
    createOutbox().put(idAt(2), textOf(2));
    const key = `consentry-outbox.${idAt(2)}`;
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: textOf(2) }));
    await settleAll();
    expect(aborted).toBe(true);
    expect(waiting()).toBe(0);
  });

  it('does not call a record off for nothing', async () => {
    const { outbox, sender, requests } = openPage([() => new Promise(() => {})]);
    outbox.put(idAt(1), textOf(1));
    sender.send();
    sender.send();
    await settleAll();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.init.signal?.aborted).toBe(false);
  });

  it('gives up on a server that does not answer within half a minute, and asks again', async () => {
    const { outbox, sender, requests } = openPage([
      (_, { signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
      acknowledge,
    ]);
    outbox.put(idAt(1), textOf(1));
    sender.send();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(waiting()).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(requests).toHaveLength(2);
    expect(waiting()).toBe(0);
  });

  it('drops what is unreadable in the outbox, says so, and sends the rest', async () => {
    localStorage.setItem('consentry-outbox.rubbish', '{{{');
    createOutbox().put(idAt(1), textOf(1));
    const { requests, errors } = openPage([acknowledge]);
    await settleAll();
    expect(requests.map(({ id }) => id)).toEqual([idAt(1)]);
    expect(errors).toEqual(['entry-dropped']);
    expect(waiting()).toBe(0);
  });

  it('sends what is held in memory where storage is refused, once', async () => {
    const storage = new Proxy({} as Storage, {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const outbox = createOutbox({ storage });
    const { sender, requests } = openPage([acknowledge], { outbox });
    outbox.put(idAt(1), textOf(1));
    await sender.send();
    await sender.send();
    expect(requests).toHaveLength(1);
    expect(sender.receipt()?.id).toBe(idAt(1));
  });

  it('goes on when a listener of the page throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { outbox, sender } = openPage([acknowledge], {
      onReceipt: () => {
        throw new Error('broken page');
      },
    });
    outbox.put(idAt(1), textOf(1));
    outbox.put(idAt(2), textOf(2));
    await sender.send();
    expect(waiting()).toBe(0);
  });

  it('sends nothing more after it was closed, and loses nothing', async () => {
    const { outbox, sender, requests } = openPage([acknowledge]);
    sender.close();
    outbox.put(idAt(1), textOf(1));
    await sender.send();
    window.dispatchEvent(new Event('online'));
    setVisibility('hidden');
    await settleAll();
    expect(requests).toEqual([]);
    expect(waiting()).toBe(1);
  });
});
