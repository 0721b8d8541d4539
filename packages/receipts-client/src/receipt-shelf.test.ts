import { afterEach, describe, expect, it } from 'vitest';
import { createReceiptShelf } from './receipt-shelf.js';

const receipt = (id: string) =>
  `{"receivedAt": "2026-11-21T07:00:01.000Z", "record": {"id": "${id}"}, "schema": "consentry-receipt-1"}`;
const shelf = () => createReceiptShelf(() => localStorage, 'consentry-receipts');
const ids = () =>
  shelf()
    .list()
    .map(({ id }) => id);

afterEach(() => localStorage.clear());

describe('createReceiptShelf', () => {
  it('gives back the exact text it was given', () => {
    shelf().keep(receipt('a'));
    expect(shelf().list()).toEqual([{ id: 'a', receivedAt: '2026-11-21T07:00:01.000Z', text: receipt('a') }]);
  });

  it('keeps the last ten, newest first', () => {
    for (const id of 'abcdefghijkl') shelf().keep(receipt(id));
    expect(ids().join('')).toBe('lkjihgfedc');
  });

  it('keeps one receipt for a record that was answered twice', () => {
    for (const id of ['a', 'b', 'a']) shelf().keep(receipt(id));
    expect(ids()).toEqual(['a', 'b']);
  });

  it.each([
    ['garbage', '[{'],
    ['an object', '{}'],
    ['a number', '1'],
    ['a list of other things', '[1,null,{},[],"x","{}","null"]'],
    ['something huge', JSON.stringify(['x'.repeat(1_000_000)])],
  ])('survives %s in storage and keeps the next receipt', (_, text) => {
    localStorage.setItem('consentry-receipts', text);
    expect(ids()).toEqual([]);
    shelf().keep(receipt('a'));
    expect(ids()).toEqual(['a']);
  });

  it('does not keep what is no receipt', () => {
    shelf().keep('<!doctype html>');
    expect(localStorage.length).toBe(0);
  });

  it('holds receipts in memory where storage is refused', () => {
    const memory = createReceiptShelf(() => {
      throw new DOMException('denied', 'SecurityError');
    }, 'consentry-receipts');
    memory.keep(receipt('a'));
    memory.keep(receipt('b'));
    expect(memory.list().map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
