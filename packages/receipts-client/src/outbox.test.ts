import { afterEach, describe, expect, it } from 'vitest';
import { createOutbox } from './outbox.js';
import { readEntries, removeEntry } from './outbox-entries.js';

const idAt = (n: number) => `01a1fce7-9d80-7000-8000-00000000000${n}`;
const textOf = (id: string) => JSON.stringify({ schema: 'consentry-record-1', id });
const dropped: string[] = [];
const idsIn = (outbox: Parameters<typeof readEntries>[0]) =>
  readEntries(outbox, (id) => dropped.push(id)).map(({ id }) => id);

/** A browser that takes nothing, as with storage switched off. */
const refusing = new Proxy({} as Storage, {
  get() {
    throw new DOMException('denied', 'SecurityError');
  },
});

afterEach(() => {
  localStorage.clear();
  dropped.length = 0;
});

describe('createOutbox', () => {
  it('touches no storage before there is something to keep', () => {
    createOutbox();
    expect(localStorage.length).toBe(0);
  });

  it('has a record in storage before put returns', () => {
    createOutbox().put(idAt(1), textOf(idAt(1)));
    expect(localStorage.getItem(`consentry-outbox.${idAt(1)}`)).toBe(textOf(idAt(1)));
  });

  it('finds after a reload what was put before it, oldest first', () => {
    const before = createOutbox();
    before.put(idAt(2), textOf(idAt(2)));
    before.put(idAt(1), textOf(idAt(1)));
    expect(idsIn(createOutbox())).toEqual([idAt(1), idAt(2)]);
  });

  it('keeps the records of two tabs side by side', () => {
    const [one, other] = [createOutbox(), createOutbox()];
    one.put(idAt(1), textOf(idAt(1)));
    other.put(idAt(2), textOf(idAt(2)));
    removeEntry(one, idAt(1));
    expect(idsIn(one)).toEqual([idAt(2)]);
  });

  it('holds a record in memory where storage is refused, and forgets it when told to', () => {
    const outbox = createOutbox({ storage: refusing });
    outbox.put(idAt(1), textOf(idAt(1)));
    expect(idsIn(outbox)).toEqual([idAt(1)]);
    removeEntry(outbox, idAt(1));
    expect(idsIn(outbox)).toEqual([]);
  });

  it.each([
    ['garbage', '{"id":'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a record under the id of another', textOf(idAt(2))],
    ['a text longer than any record', JSON.stringify({ id: idAt(1), x: 'x'.repeat(20_000) })],
  ])('drops %s and keeps the rest', (_, text) => {
    const outbox = createOutbox();
    localStorage.setItem(`consentry-outbox.${idAt(1)}`, text);
    outbox.put(idAt(3), textOf(idAt(3)));
    expect(idsIn(outbox)).toEqual([idAt(3)]);
    expect(dropped).toEqual([idAt(1)]);
    expect(localStorage.getItem(`consentry-outbox.${idAt(1)}`)).toBeNull();
  });

  it('leaves what others keep in the same storage alone', () => {
    localStorage.setItem('consentry-receipts', '[]');
    localStorage.setItem('basket', 'three pears');
    expect(idsIn(createOutbox())).toEqual([]);
    expect(localStorage.length).toBe(2);
  });
});
