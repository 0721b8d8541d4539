// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createCookieJar } from './cookie.js';
import { cookieDomains } from './cookie-domains.js';

const page = globalThis as unknown as {
  happyDOM: { setURL(url: string): void; cookieManager?: unknown };
  document: Document;
};

describe('the cookie jar', () => {
  beforeEach(() => {
    page.happyDOM.setURL('https://shop.example.com/a/b');
    for (const pair of document.cookie.split('; ')) {
      for (const domain of ['', '; domain=shop.example.com', '; domain=example.com']) {
        document.cookie = `${pair.split('=')[0]}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/${domain}`;
      }
    }
  });

  it('reads nothing where there is nothing', () => {
    expect(createCookieJar().read()).toEqual([]);
  });

  it('reads what it wrote, and nobody else does', () => {
    createCookieJar({ name: 'mine' }).write('1.x', 10);
    expect(createCookieJar({ name: 'mine' }).read()).toEqual(['1.x']);
    expect(createCookieJar().read()).toEqual([]);
  });

  it('sees both of two cookies of one name', () => {
    document.cookie = 'consentry=one; path=/';
    document.cookie = 'consentry=two; path=/; domain=example.com';
    expect(createCookieJar().read().sort()).toEqual(['one', 'two']);
  });

  it('leaves one cookie where there were two, so that the visitor can decide', () => {
    document.cookie = 'consentry=one; path=/';
    document.cookie = 'consentry=two; path=/; domain=example.com';
    const jar = createCookieJar();
    jar.write('three', 10);
    expect(jar.read()).toEqual(['three']);
  });

  it('survives a cookie whose name cannot be decoded', () => {
    document.cookie = '%E0%A4%A=broken; path=/';
    createCookieJar().write('1.x', 10);
    expect(createCookieJar().read()).toEqual(['1.x']);
  });
});

describe('cookieDomains', () => {
  it('names the host and every parent with a dot', () => {
    expect(cookieDomains('a.b.example.co.uk')).toEqual([
      'a.b.example.co.uk',
      'b.example.co.uk',
      'example.co.uk',
      'co.uk',
    ]);
  });

  it('names nothing for addresses and single names', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', '']) expect(cookieDomains(host)).toEqual([]);
  });
});
