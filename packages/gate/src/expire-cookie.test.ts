import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expireCookie } from './expire-cookie.js';

const { happyDOM } = globalThis as unknown as { happyDOM: { setURL(url: string): void } };
const at = (url: string) => happyDOM.setURL(url);

beforeEach(() => at('https://www.shop.example.com/a/b/page.html'));
afterEach(() => {
  for (const name of ['_x', '_xy', 'basket']) expireCookie(document, location, name);
});

describe('expireCookie', () => {
  it.each([
    ['this host', '; path=/'],
    ['this host by name', '; path=/; domain=www.shop.example.com'],
    ['a parent domain', '; path=/; domain=shop.example.com'],
    ['the domain of the site', '; path=/; domain=example.com'],
    ['a path above this page', '; path=/a'],
    ['a path above this page with a slash', '; path=/a/'],
    ['the folder of this page', '; path=/a/b'],
    ['this page', '; path=/a/b/page.html'],
    ['a path and a parent domain', '; path=/a; domain=example.com'],
  ])('deletes a cookie of %s', (_, scope) => {
    document.cookie = `_x=1${scope}`;
    expect(document.cookie).toBe('_x=1');
    expireCookie(document, location, '_x');
    expect(document.cookie).toBe('');
  });

  it('deletes cookies of one name in several scopes at once', () => {
    document.cookie = '_x=1; path=/';
    document.cookie = '_x=2; path=/; domain=example.com';
    document.cookie = '_x=3; path=/a';
    expireCookie(document, location, '_x');
    expect(document.cookie).toBe('');
  });

  it('leaves cookies of other names, longer ones too', () => {
    document.cookie = '_x=1; path=/';
    document.cookie = '_xy=2; path=/';
    document.cookie = 'basket=3; path=/';
    expireCookie(document, location, '_x');
    expect(document.cookie.split('; ').sort()).toEqual(['_xy=2', 'basket=3']);
  });

  it('says path and domain as they were set, also without and with the partition', () => {
    const written: string[] = [];
    const jar = {
      set cookie(text: string) {
        written.push(text);
      },
    } as Document;
    expireCookie(jar, { hostname: 'shop.example.com', pathname: '/a/' }, '_x');
    expect(written).toContain('_x=; Max-Age=-1; Path=/');
    expect(written).toContain('_x=; Max-Age=-1; Path=/a; Domain=example.com');
    expect(written).toContain('_x=; Max-Age=-1; Path=/a/; Domain=shop.example.com; Secure; Partitioned');
    for (const text of written) expect(text).toMatch(/^_x=; Max-Age=-1; Path=/);
  });

  it('names no domain on an address or a single name, where browsers refuse one', () => {
    for (const hostname of ['127.0.0.1', 'localhost', '[::1]']) {
      const written: string[] = [];
      const jar = {
        set cookie(text: string) {
          written.push(text);
        },
      } as Document;
      expireCookie(jar, { hostname, pathname: '/' }, '_x');
      expect(written.length).toBeGreaterThan(0);
      expect(written.filter((text) => text.includes('Domain'))).toEqual([]);
    }
  });
});
