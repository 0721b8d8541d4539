import { decodeConsent, encodeConsent } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPageCookie, writePageCookie } from './page-cookie.js';

const { happyDOM } = globalThis as unknown as { happyDOM: { setURL(url: string): void } };
const TEXT = encodeConsent({
  noticeVersion: 1,
  model: 'i',
  subject: 'AbCdEfGhIjKlMnOpQrSt-_',
  record: '019ab2f0-1234-7abc-8def-0123456789ab',
  decisions: new Map([['abcd', ['g', 1_795_000_000]]]),
});
/** What is given to the browser, as it is given. */
function written(run: () => void): string[] {
  const set = vi.spyOn(document, 'cookie', 'set');
  run();
  const texts = set.mock.calls.map(([text]) => text);
  set.mockRestore();
  return texts;
}

beforeEach(() => happyDOM.setURL('https://shop.example.com/a/page'));
afterEach(() => {
  for (const name of ['consentry', 'mine', 'basket', 'consentryx']) {
    for (const scope of ['/', '/a', '/; domain=shop.example.com', '/; domain=example.com'])
      document.cookie = `${name}=; max-age=-1; path=${scope}`;
  }
});

describe('the cookie of a page', () => {
  it('reads nothing where there is nothing', () => {
    expect(readPageCookie()).toEqual([]);
    document.cookie = 'basket=consentry=1; path=/';
    document.cookie = 'consentryx=1; path=/';
    expect(readPageCookie()).toEqual([]);
  });

  it('reads what it wrote, under its own name', () => {
    writePageCookie(undefined, TEXT, 180);
    writePageCookie({ name: 'mine' }, 'other', 180);
    expect(readPageCookie()).toEqual([TEXT]);
    expect(readPageCookie({ name: 'mine' })).toEqual(['other']);
    expect(decodeConsent(readPageCookie()[0] as string)?.decisions.get('abcd')?.[0]).toBe('g');
  });

  it('replaces what was there', () => {
    writePageCookie(undefined, 'one', 180);
    writePageCookie(undefined, 'two', 180);
    expect(readPageCookie()).toEqual(['two']);
  });

  it('reads both of two cookies of one name, so that neither is believed', () => {
    document.cookie = 'consentry=one; path=/';
    document.cookie = 'consentry=two; path=/; domain=example.com';
    expect(readPageCookie().sort()).toEqual(['one', 'two']);
  });

  it('leaves one cookie where there were several, so that the visitor can decide', () => {
    document.cookie = 'consentry=one; path=/';
    document.cookie = 'consentry=two; path=/; domain=example.com';
    document.cookie = 'consentry=three; path=/a';
    writePageCookie(undefined, 'four', 180);
    expect(readPageCookie()).toEqual(['four']);
    writePageCookie({ domain: 'example.com' }, 'five', 180);
    expect(readPageCookie()).toEqual(['five']);
  });

  it('lasts as many days as it is given, for the whole site, and is not sent along from elsewhere', () => {
    expect(written(() => writePageCookie(undefined, 'x', 180))).toEqual([
      'consentry=x; Path=/; Max-Age=15552000; SameSite=Lax; Secure',
    ]);
    expect(written(() => writePageCookie({ name: 'mine', domain: 'example.com' }, 'x', 0.5))).toEqual([
      'mine=x; Path=/; Max-Age=43200; SameSite=Lax; Secure; Domain=example.com',
    ]);
  });

  it('is kept without https too, where Secure would lose it', () => {
    happyDOM.setURL('http://localhost:4400/');
    expect(written(() => writePageCookie(undefined, 'x', 1))).toEqual([
      'consentry=x; Path=/; Max-Age=86400; SameSite=Lax',
    ]);
    expect(readPageCookie()).toEqual(['x']);
    document.cookie = 'consentry=; max-age=-1; path=/';
  });
});
