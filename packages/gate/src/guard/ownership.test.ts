import { describe, expect, it } from 'vitest';
import { createOwnership, type GuardedVendor } from './ownership.js';

const VENDORS: GuardedVendor[] = [
  { id: 'acme', hosts: ['acme.example', 'cdn.example/acme', 'media.example:8443', '/proxy/acme'] },
  { id: 'shared', hosts: ['cdn.example/acme/both', 'xn--bcher-kva.example'] },
  { id: 'silent' },
];

/** Who owns what on a page of shop.example, with these vendors allowed. */
function on(allowed: string[] = [], base = 'https://shop.example/a/page') {
  const url = new URL('https://shop.example/a/page');
  const page = { document: { baseURI: base }, location: url } as unknown as Window;
  return createOwnership(page, VENDORS, (id) => allowed.includes(id));
}
const { ownerOf, ownerIn, without } = on();

describe('an address', () => {
  it.each([
    ['a host', 'https://acme.example/x.js'],
    ['its subdomains', 'https://a.b.acme.example/'],
    ['any port of it', 'http://acme.example:8080/'],
    ['capitals', 'HTTPS://ACME.Example/x'],
    ['credentials', 'https://me:secret@acme.example/'],
    ['a dot at its end', 'https://acme.example./x'],
    ['a dot at its end and a port', 'https://acme.example.:81/x'],
    ['no scheme', '//acme.example/x'],
    ['backslashes, which browsers turn round', 'https:\\\\acme.example\\x'],
    ['spaces and line breaks, which browsers take out', ' https://ac\nme.example/x '],
    ['WebSockets', 'wss://acme.example/socket'],
    ['a path of a host', 'https://cdn.example/acme/x.js'],
    ['that path itself', 'https://cdn.example/acme'],
    ['a path with dots that lead to it', 'https://cdn.example/other/../acme/x'],
    ['a port that is named', 'https://media.example:8443/x'],
    ['a path of the site that leads to it', '/proxy/acme/collect'],
    ['that path from the root of the site', 'https://shop.example/proxy/acme?x=1'],
    [
      'its own content in a data: address',
      'data:text/html,<script src="https://acme.example/x.js"></script>',
    ],
    ['the same, percent-encoded', 'data:text/html,%3Cimg%20src%3D%22https%3A%2F%2Facme.example%2F%22%3E'],
    ['the same in base64', `data:text/html;base64,${btoa('<img src="https://acme.example/p.gif">')}`],
    ['a script as an address', 'javascript:fetch("https://acme.example/x")'],
  ])('belongs to a vendor by %s', (_, address) => {
    expect(ownerOf(address)).toBe('acme');
  });

  it.each([
    ['a host that ends alike', 'https://notacme.example/'],
    ['a host that begins alike', 'https://acme.example.evil.example/'],
    ['a mention in the query', 'https://shop.example/go?to=https://acme.example/'],
    ['a mention in the path', 'https://shop.example/acme.example/x'],
    ['a mention in the fragment', '/page#https://acme.example/'],
    ['a mention in the credentials', 'https://acme.example@shop.example/'],
    ['another path of a shared host', 'https://cdn.example/other/x.js'],
    ['a path that begins alike', 'https://cdn.example/acmeria/x.js'],
    ['another port of a host whose port is named', 'https://media.example/x'],
    ['the same path on another host', 'https://other.example/proxy/acme'],
    ['a path of the site that begins alike', '/proxy/acmeria'],
    ['the site itself', '/x.js'],
    ['nothing', ''],
    ['what no browser can read', 'https://'],
    ['a mail address', 'mailto:me@acme.example'],
    ['an empty page', 'about:blank'],
  ])('belongs to nobody by %s', (_, address) => {
    expect(ownerOf(address)).toBeUndefined();
  });

  it('is read where the page says relative ones begin', () => {
    expect(on([], 'https://acme.example/base/').ownerOf('x.js')).toBe('acme');
    expect(on([], 'https://acme.example/base/').ownerOf('https://shop.example/x.js')).toBeUndefined();
  });

  it('in letters of any script is the one that browsers ask for', () => {
    expect(ownerOf('https://bücher.example/')).toBe('shared');
    expect(ownerOf('https://xn--bcher-kva.example/')).toBe('shared');
  });

  it('may be an object: a URL, a request, whatever turns into a text', () => {
    expect(ownerOf(new URL('https://acme.example/'))).toBe('acme');
    expect(ownerOf(new Request('https://acme.example/x'))).toBe('acme');
    expect(ownerOf({ toString: () => 'https://acme.example/' })).toBe('acme');
    expect(ownerOf(undefined)).toBeUndefined();
    expect(ownerOf(null)).toBeUndefined();
  });

  it('made of a text belongs to whom the text names', () => {
    const page = on();
    page.blobs.set('blob:https://shop.example/1', 'importScripts("https://acme.example/w.js")');
    page.blobs.set('blob:https://shop.example/2', 'importScripts("/own.js")');
    expect(page.ownerOf('blob:https://shop.example/1')).toBe('acme');
    expect(page.ownerOf('blob:https://shop.example/2')).toBeUndefined();
    expect(page.ownerOf('blob:https://shop.example/3')).toBeUndefined();
  });

  it('belongs to nobody once its vendor is allowed, and of a shared one once any of them is', () => {
    expect(on(['acme']).ownerOf('https://acme.example/')).toBeUndefined();
    expect(on(['shared']).ownerOf('https://acme.example/')).toBe('acme');
    for (const allowed of ['acme', 'shared'])
      expect(on([allowed]).ownerOf('https://cdn.example/acme/both')).toBeUndefined();
  });
});

describe('a text', () => {
  it('names the first vendor whose address is in it', () => {
    expect(ownerIn('<b><img src="https://acme.example/p.gif"></b>')).toBe('acme');
    expect(ownerIn('/own.png 1x, https://acme.example/p.gif 2x')).toBe('acme');
    expect(ownerIn('body { background: url(//acme.example/p.gif) }')).toBe('acme');
    expect(ownerIn("fetch('/proxy/acme/x')")).toBe('acme');
  });

  it('names nobody by a word or by a mention within another address', () => {
    expect(ownerIn('We use acme.example for news.')).toBeUndefined();
    expect(ownerIn('<a href="/go?to=https://acme.example/">news</a>')).toBeUndefined();
    expect(ownerIn('<img src="https://notacme.example/p.gif">')).toBeUndefined();
  });

  it('loses the addresses of vendors and keeps everything else', () => {
    expect(
      without('a { background: url(https://acme.example/p.gif) } b { background: url("/own.png") }'),
    ).toBe('a { background: url() } b { background: url("/own.png") }');
    const own = 'a { background: url("/own.png?x=https://acme.example/") }';
    expect(without(own)).toBe(own);
  });
});

it('is active while a vendor is not allowed, one without hosts included', () => {
  expect(on().isActive()).toBe(true);
  expect(on(['acme', 'shared']).isActive()).toBe(true);
  expect(on(['acme', 'shared', 'silent']).isActive()).toBe(false);
});
