import { createConsentManager } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../test/support/memory-platform.js';
import { clearPage, loadNothing, scriptUrls, settle } from '../../../test/support/page-with-adapters.js';
import { createGate } from './create-gate.js';
import type { GateOptions } from './gate.js';

const SITE = {
  purposes: [{ id: 'site', exempt: true }, { id: 'analytics' }, { id: 'media' }],
  vendors: [{ id: 'film', purposes: ['media'] }],
};
const WITHOUT_EXEMPT = { ...SITE, purposes: SITE.purposes.slice(1) };

beforeEach(() => {
  loadNothing();
  // Releasing gives the page its turn after some milliseconds; here no time passes.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  clearPage();
});

/** A page with this body, its gate and a visitor. */
function page(html: string, options: Partial<GateOptions> = {}, site = SITE, browser = new MemoryBrowser()) {
  document.body.innerHTML = html;
  const manager = createConsentManager(site, browser.tab());
  const errors: unknown[] = [];
  const released: Element[] = [];
  const gate = createGate(manager, {
    onError: (error) => errors.push(error),
    onReleased: (elements) => released.push(...elements),
    ...options,
  });
  return { browser, manager, gate, errors, released };
}
const src = (selector: string) => document.querySelector(selector)?.getAttribute('src');
const runnable = () =>
  [...document.querySelectorAll('script')].filter(({ type }) => type !== 'text/plain').map(({ id }) => id);
const script = (id: string, mark: string, more = '') =>
  `<script id="${id}" type="text/plain" data-consentry="${mark}" ${more}>window.x = 1</script>`;

describe('the gate', () => {
  it('withholds a marked element until its purpose is allowed, then releases it once', async () => {
    const { manager, released } = page('<img data-consentry="analytics" data-consentry-src="/p.gif">');
    expect(src('img')).toBeNull();
    manager.deny();
    expect(src('img')).toBeNull();
    manager.grant(['media']);
    expect(src('img')).toBeNull();
    manager.grant(['analytics']);
    expect(src('img')).toBe('/p.gif');
    manager.grant(['analytics']);
    await settle();
    expect(released).toEqual([document.querySelector('img')]);
  });

  it('starts from what another tab has decided since the page began, a yes and its withdrawal', () => {
    const browser = new MemoryBrowser();
    const other = createConsentManager(SITE, browser.tab());
    /** A page that began, and hears of nothing until its gate starts. */
    const begin = () => {
      document.body.innerHTML = '<img data-consentry="analytics" data-consentry-src="/p.gif">';
      const tabs = { announce() {}, listen: () => () => {} };
      return createConsentManager(SITE, { ...browser.tab(), tabs });
    };
    const asked = begin();
    other.grant();
    expect(asked.isAllowed('analytics')).toBe(false);
    createGate(asked);
    expect(src('img')).toBe('/p.gif');
    const allowed = begin();
    other.deny();
    expect(allowed.isAllowed('analytics')).toBe(true);
    createGate(allowed);
    expect(src('img')).toBeNull();
    expect(allowed.status('analytics')).toBe('withdrawn');
  });

  it('releases by the vendor as well as by the purpose', () => {
    const { manager } = page('<img data-consentry="film" data-consentry-src="/film.jpg">');
    manager.grant(['analytics']);
    expect(src('img')).toBeNull();
    manager.grant(['film']);
    expect(src('img')).toBe('/film.jpg');
  });

  it('withholds what names several ids until all of them are allowed', () => {
    const { manager } = page('<img data-consentry="analytics media" data-consentry-src="/p.gif">');
    manager.grant(['analytics']);
    expect(src('img')).toBeNull();
    manager.grant(['media']);
    expect(src('img')).toBe('/p.gif');
    manager.deny(['analytics']);
    expect(src('img')).toBeNull();
  });

  it('never releases what names an id that nobody has, nor what names none', () => {
    const { manager } = page(
      ['analitics', 'analytics,media', 'analytics nobody', '', ' ', '__proto__', 'constructor', 'toString']
        .map((mark) => `<img data-consentry="${mark}" data-consentry-src="/p.gif">`)
        .join(''),
    );
    manager.grant();
    for (const image of document.querySelectorAll('img')) expect(image.hasAttribute('src')).toBe(false);
  });

  it('releases what is exempt at once', () => {
    page('<img data-consentry="site" data-consentry-src="/own.gif">');
    expect(src('img')).toBe('/own.gif');
  });

  it('releases at page start for a visitor who granted on an earlier page, and nothing for one who refused', () => {
    const browser = new MemoryBrowser();
    createConsentManager(SITE, browser.tab()).decide({ analytics: 'grant', media: 'deny' });
    page(
      '<img data-consentry="analytics" data-consentry-src="/a.gif"><iframe data-consentry="media" data-consentry-src="/m"></iframe>',
      {},
      SITE,
      browser,
    );
    expect(src('img')).toBe('/a.gif');
    expect(src('iframe')).toBeNull();
  });

  it('withholds and releases elements that come later, at any depth', async () => {
    const { manager } = page('<main></main>');
    const add = (id: string) => {
      const place = document.createElement('div');
      place.innerHTML = `<p><img id="${id}" data-consentry="analytics" data-consentry-src="/${id}.gif"></p>`;
      document.querySelector('main')?.append(place);
    };
    add('early');
    await settle();
    expect(src('#early')).toBeNull();
    manager.grant(['analytics']);
    expect(src('#early')).toBe('/early.gif');
    add('late');
    await settle();
    expect(src('#late')).toBe('/late.gif');
    manager.deny(['analytics']);
    add('too-late');
    await settle();
    expect(src('#too-late')).toBeNull();
  });

  it('looks again when the mark of an element is changed', async () => {
    const { manager } = page('<img data-consentry="media" data-consentry-src="/p.gif">');
    manager.grant(['analytics']);
    const image = document.querySelector('img') as Element;
    image.setAttribute('data-consentry', 'analytics');
    await settle();
    expect(src('img')).toBe('/p.gif');
    image.setAttribute('data-consentry', 'media');
    await settle();
    expect(src('img')).toBeNull();
  });

  it('empties frames, images and links on a withdrawal, and fills them on the next grant', async () => {
    const { manager, released } = page(
      '<iframe data-consentry="media" data-consentry-src="https://v.example/film"></iframe>' +
        '<img data-consentry="media" data-consentry-srcset="/p.gif 2x">' +
        '<link data-consentry="media" data-consentry-href="/style.css">',
    );
    const values = () => [
      src('iframe'),
      document.querySelector('img')?.getAttribute('srcset'),
      document.querySelector('link')?.getAttribute('href'),
    ];
    manager.grant();
    expect(values()).toEqual(['https://v.example/film', '/p.gif 2x', '/style.css']);
    manager.deny();
    expect(values()).toEqual([null, null, null]);
    manager.grant();
    expect(values()).toEqual(['https://v.example/film', '/p.gif 2x', '/style.css']);
    await settle();
    expect(released).toHaveLength(6);
  });

  it('tells of what was released together at once, however many they are', async () => {
    const onReleased = vi.fn();
    const { manager } = page('<img data-consentry="media" data-consentry-src="/p.gif">'.repeat(50), {
      onReleased,
    });
    manager.grant(['media']);
    await settle();
    expect(onReleased.mock.calls).toEqual([[[...document.querySelectorAll('img')]]]);
  });

  it('does no work for any tag until something is allowed, however many there are', async () => {
    const querySelectorAll = vi.spyOn(document, 'querySelectorAll');
    const { manager } = page(
      '<img data-consentry="analytics" data-consentry-src="/p.gif">'.repeat(200),
      {},
      WITHOUT_EXEMPT,
    );
    for (let i = 0; i < 50; i++) {
      const image = document.createElement('img');
      image.setAttribute('data-consentry', 'media');
      document.body.append(image);
    }
    document.dispatchEvent(new Event('DOMContentLoaded'));
    manager.deny();
    await settle();
    expect(querySelectorAll).not.toHaveBeenCalled();
    manager.grant(['analytics']);
    // Once for shadow trees, once for what is marked.
    expect(querySelectorAll).toHaveBeenCalledTimes(2);
  });
});

describe('a marked script', () => {
  it('is put in place to run once it is allowed, with its attributes and its text', async () => {
    const { manager, gate, released } = page(
      script('counter', 'analytics', 'data-consentry-type="module" data-site="42"'),
    );
    const withheld = document.querySelector('script') as HTMLScriptElement;
    manager.deny();
    expect(runnable()).toEqual([]);
    expect([...gate.ran]).toEqual([]);
    manager.grant(['analytics']);
    const [running, ...others] = document.querySelectorAll('script');
    expect(others).toEqual([]);
    expect(running).not.toBe(withheld);
    expect(running?.type).toBe('module');
    expect(running?.dataset.site).toBe('42');
    expect(running?.text).toBe('window.x = 1');
    expect([...gate.ran]).toEqual(['analytics']);
    await settle();
    expect(released).toHaveLength(1);
  });

  it('is not put in place twice, and stays on record after a withdrawal', async () => {
    const { manager, gate, released } = page(script('counter', 'analytics media'));
    manager.grant();
    const running = document.querySelector('script');
    manager.deny();
    await settle();
    manager.grant();
    await settle();
    expect(document.querySelector('script')).toBe(running);
    expect(released).toHaveLength(1);
    expect([...gate.ran].sort()).toEqual(['analytics', 'media']);
  });

  it('that the page did not withhold is not touched: it has run already', () => {
    const { manager, gate } = page('<script id="own" type="module" data-consentry="analytics">1</script>');
    const own = document.querySelector('script');
    manager.grant();
    expect(document.querySelector('script')).toBe(own);
    expect([...gate.ran]).toEqual([]);
  });

  it.each(['load', 'error'])('waits for the %s of the external scripts before it', (outcome) => {
    // With a type, since happy-dom says at once of any without that it has loaded.
    const external = (id: string) =>
      `<script id="${id}" type="text/plain" data-consentry-type="" data-consentry="analytics" src="https://v.example/${id}.js"></script>`;
    const { manager } = page(external('first') + external('second') + script('uses-both', 'analytics'));
    const ends = (id: string) => document.querySelector(`#${id}`)?.dispatchEvent(new Event(outcome));
    manager.grant();
    // Both are on their way, and the browser runs them in order.
    expect(runnable()).toEqual(['first', 'second']);
    for (const element of document.querySelectorAll<HTMLScriptElement>('script[src]'))
      expect(element.async).toBe(false);
    ends('second');
    expect(runnable()).toEqual(['first', 'second']);
    ends('first');
    expect(runnable()).toEqual(['first', 'second', 'uses-both']);
  });

  it('that the guard has stopped runs also when the page has given it another type since', () => {
    const { manager } = page('<p></p>');
    const element = document.createElement('script');
    element.type = 'module';
    for (const [name, value] of [
      ['', 'analytics'],
      ['-type', 'text/template'],
      ['-src', '/x.js'],
    ])
      element.setAttribute(`data-consentry${name}`, value as string);
    document.body.append(element);
    manager.grant(['analytics']);
    expect([element.type, element.getAttribute('src')]).toEqual(['module', '/x.js']);
  });

  it('that its purpose lets run and its host does not runs once both are allowed', async () => {
    const { manager, released } = page(
      '<script id="film" type="text/plain" data-consentry="analytics" src="https://film.example/x.js"></script>',
    );
    manager.grant(['analytics']);
    // What the guard does to the one that is put in place, whose host it knows.
    const put = document.querySelector<HTMLScriptElement>('#film') as HTMLScriptElement;
    put.type = 'text/plain';
    put.setAttribute('data-consentry-src', 'https://film.example/x.js');
    put.removeAttribute('src');
    put.setAttribute('data-consentry', 'analytics film');
    await settle();
    expect(runnable()).toEqual([]);
    manager.grant(['film', 'media']);
    await settle();
    expect(runnable()).toEqual(['film']);
    expect(src('#film')).toBe('https://film.example/x.js');
    expect(released).toHaveLength(2);
  });

  it('that the page has removed while it waited is not brought back', () => {
    const { manager } = page(
      '<script id="lib" type="text/plain" data-consentry="analytics" src="https://v.example/lib.js"></script>' +
        script('uses-lib', 'analytics'),
    );
    manager.grant();
    document.querySelector('#uses-lib')?.remove();
    document.querySelector('#lib')?.dispatchEvent(new Event('load'));
    expect(runnable()).toEqual(['lib']);
  });

  it('does not run on a page with a nonce unless it has that nonce', () => {
    const { manager, gate, errors } = page(
      script('right', 'analytics', 'nonce="n-1"') +
        script('none', 'analytics') +
        script('wrong', 'analytics', 'nonce="n-2"'),
      { nonce: 'n-1' },
    );
    for (const element of document.querySelectorAll('script'))
      element.nonce = element.getAttribute('nonce') ?? '';
    manager.grant();
    expect(runnable()).toEqual(['right']);
    expect(document.querySelector<HTMLScriptElement>('#right')?.nonce).toBe('n-1');
    expect(errors.map(String)).toEqual([
      'Error: A script for analytics lacks the nonce.',
      'Error: A script for analytics lacks the nonce.',
    ]);
    expect([...gate.ran]).toEqual(['analytics']);
  });

  it('runs without a nonce where the page has none', () => {
    const { manager, errors } = page(script('plain', 'analytics'));
    manager.grant();
    expect(runnable()).toEqual(['plain']);
    expect(errors).toEqual([]);
  });
});

describe('loadScript', () => {
  const URL = 'https://v.example/t.js';

  it('loads each URL once, prepared and with the nonce of the page', () => {
    const { gate } = page('', { nonce: 'n-1' });
    gate.loadScript(URL, (element) => element.setAttribute('data-site', '42'));
    gate.loadScript(URL);
    gate.loadScript(`${URL}?other`);
    expect(scriptUrls()).toEqual([URL, `${URL}?other`]);
    const [first] = document.querySelectorAll('script');
    expect(first?.nonce).toBe('n-1');
    expect(first?.dataset.site).toBe('42');
  });

  it('reports a failure, and loads the URL again when it is next asked for', () => {
    const { gate, errors } = page('');
    gate.loadScript(URL);
    document.querySelector('script')?.dispatchEvent(new Event('error'));
    expect(errors.map(String)).toEqual([`Error: ${URL} did not load.`]);
    gate.loadScript(URL);
    gate.loadScript(URL);
    expect(scriptUrls()).toEqual([URL, URL]);
  });
});

describe('releaseOnce', () => {
  beforeEach(() => {
    // happy-dom loses an element that is replaced by itself; browsers put it back where it was (DOM, 4.2.8).
    vi.spyOn(Element.prototype, 'replaceWith').mockImplementation(function (this: Element, other) {
      const { parentNode, nextSibling } = this;
      this.remove();
      parentNode?.insertBefore(other as Node, nextSibling);
    });
  });

  const FRAMES = ['one', 'two']
    .map((id) => `<iframe id="${id}" data-consentry="media" data-consentry-src="/film.html"></iframe>`)
    .join('');

  it('lets that element load, decides nothing, and leaves the next like it withheld', async () => {
    const { gate, manager } = page(FRAMES);
    const decided = vi.fn();
    manager.onDecision(decided);
    expect([src('#one'), src('#two')]).toEqual([null, null]);
    gate.releaseOnce(document.querySelector('#one') as Element);
    await settle();
    expect([src('#one'), src('#two')]).toEqual(['/film.html', null]);
    expect(decided).not.toHaveBeenCalled();
    expect(manager.status('media')).toBe('undecided');
    expect(manager.isAllowed('media')).toBe(false);
    expect(gate.ran.size).toBe(0);
  });

  it('holds for this once: the same frame on the next page is withheld again', () => {
    const { gate, browser } = page(FRAMES);
    gate.releaseOnce(document.querySelector('#one') as Element);
    expect(src('#one')).toBe('/film.html');
    page(FRAMES, {}, SITE, browser);
    expect([src('#one'), src('#two')]).toEqual([null, null]);
  });

  it('tells the guard that this element, and no other, may go where it asks to', () => {
    const started = new WeakSet<Element>();
    const guard = { started, filled: new WeakSet(), roots: new Set([document]), ownerOf: () => undefined };
    const { gate } = page(FRAMES, { guard: guard as never });
    const [one, two] = document.querySelectorAll('iframe');
    expect(started.has(one as Element)).toBe(false);
    gate.releaseOnce(one as Element);
    expect([started.has(one as Element), started.has(two as Element)]).toEqual([true, false]);
  });

  it('empties the frame when the visitor says no after that', () => {
    const { gate, manager } = page(FRAMES);
    gate.releaseOnce(document.querySelector('#one') as Element);
    manager.grant(['media']);
    manager.deny(['media']);
    expect([src('#one'), src('#two')]).toEqual([null, null]);
  });
});

describe('a listener for released elements that throws', () => {
  const HTML =
    '<img id="a" data-consentry="analytics" data-consentry-src="/a.gif"><img id="b" data-consentry="analytics" data-consentry-src="/b.gif">';
  const onReleased = () => {
    throw new Error('listener');
  };

  it('stops no element, and is reported', async () => {
    const { manager, errors } = page(HTML, { onReleased });
    manager.grant();
    expect([src('#a'), src('#b')]).toEqual(['/a.gif', '/b.gif']);
    await vi.waitFor(() => expect(errors.map(String)).toEqual(['Error: listener']));
  });

  it('does not throw into the page that sets up the gate', () => {
    const browser = new MemoryBrowser();
    createConsentManager(SITE, browser.tab()).grant();
    expect(() => page(HTML, { onReleased }, SITE, browser)).not.toThrow();
  });
});
