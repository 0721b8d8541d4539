import { describe, expect, it } from 'vitest';
import { nameOf } from './host-name.js';

describe('nameOf', () => {
  it.each([
    ['https://cdn.example/lib.js?visitor=anna#top', 'cdn.example'],
    ['https://user:secret@cdn.example:8443/', 'cdn.example'],
    ['wss://live.cdn.example/socket', 'live.cdn.example'],
    ['http://CDN.Example./', 'cdn.example'],
    ['https://a.b.cdn.example/', '*.b.cdn.example'],
    ['https://anna-smith.profile.cdn.example/', '*.profile.cdn.example'],
    ['https://id20261122.cdn.example/', '*.cdn.example'],
    [`https://${'f'.repeat(26)}.cdn.example/`, '*.cdn.example'],
    ['https://d2c87l0yth4zbw.cloudfront.net/', 'd2c87l0yth4zbw.cloudfront.net'],
    ['https://192.0.2.7/', '192.0.2.7'],
    ['https://日本.example/', 'xn--wgv71a.example'],
  ])('tells of %s no more than %s', (address, name) => {
    expect(nameOf(address)).toBe(name);
  });

  it.each([
    'chrome-extension://abcdefgh/inject.js',
    'moz-extension://abcdefgh/inject.js',
    'data:text/plain,cdn.example',
    'blob:https://shop.example/1',
    'about:blank',
    'inline',
    'eval',
    '',
    '/path',
    'http://localhost:3000/',
    'http://[2001:db8::1]/',
    'https://a1234567.b1234567/',
  ])('has no name for %s', (address) => {
    expect(nameOf(address)).toBeUndefined();
  });
});
