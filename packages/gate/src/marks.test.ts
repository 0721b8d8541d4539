import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isScript, MARKED, markedIds, releaseAttributes, withholdAttributes } from './marks.js';

const element = (html: string) => {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
};

beforeEach(() => {
  const { happyDOM } = globalThis as unknown as { happyDOM: { settings: Record<string, boolean> } };
  happyDOM.settings.disableCSSFileLoading = true;
  happyDOM.settings.handleDisabledFileLoadingAsSuccess = true;
});

describe('a mark', () => {
  it('names its ids between spaces of any kind and number', () => {
    expect(markedIds(element('<p data-consentry="analytics"></p>'))).toEqual(['analytics']);
    expect(markedIds(element('<p data-consentry="  analytics \n\t media "></p>'))).toEqual([
      'analytics',
      'media',
    ]);
  });

  it('that is empty names nobody, and neither does an element without one', () => {
    expect(markedIds(element('<p data-consentry=""></p>'))).toEqual([]);
    expect(markedIds(element('<p data-consentry="  "></p>'))).toEqual([]);
    expect(markedIds(element('<p></p>'))).toEqual([]);
  });

  it('is found by the selector, and its helpers alone are not', () => {
    element('<div><p data-consentry="a"></p><p data-consentry-src="b"></p></div>');
    expect(document.querySelectorAll(MARKED)).toHaveLength(1);
  });
});

describe('isScript', () => {
  it('knows scripts of HTML and of SVG, and nothing else', () => {
    expect(isScript(element('<script type="text/plain"></script>'))).toBe(true);
    expect(isScript(document.createElementNS('http://www.w3.org/2000/svg', 'script'))).toBe(true);
    expect(isScript(element('<iframe></iframe>'))).toBe(false);
    expect(isScript(element('<link rel="preload" as="script">'))).toBe(false);
  });
});

describe('withheld attributes', () => {
  it.each(['src', 'srcset', 'href', 'poster', 'data'])('get their real name %s when released', (name) => {
    const marked = element(`<p data-consentry="a" data-consentry-${name}="/x?a=1&amp;b=2" title="kept"></p>`);
    releaseAttributes(marked);
    expect(marked.getAttribute(name)).toBe('/x?a=1&b=2');
    expect(marked.getAttribute('title')).toBe('kept');
    withholdAttributes(marked);
    expect(marked.hasAttribute(name)).toBe(false);
    expect(marked.getAttribute('title')).toBe('kept');
    releaseAttributes(marked);
    expect(marked.getAttribute(name)).toBe('/x?a=1&b=2');
  });

  it('are released together', () => {
    const image = element('<img data-consentry-src="/a.png" data-consentry-srcset="/b.png 2x">');
    releaseAttributes(image);
    expect(image.getAttribute('src')).toBe('/a.png');
    expect(image.getAttribute('srcset')).toBe('/b.png 2x');
  });

  it('are only those that fetch; no handler comes to life, and no address that is a script', () => {
    const marked = element(
      '<p data-consentry-onclick="alert(1)" data-consentry-href=" javascript:alert(1)" data-consentry-src="/x"></p>',
    );
    releaseAttributes(marked);
    expect(marked.hasAttribute('onclick')).toBe(false);
    expect(marked.hasAttribute('href')).toBe(false);
    expect(marked.getAttribute('src')).toBe('/x');
  });

  it('of an animation begin it anew', () => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const set = Object.assign(document.createElementNS('http://www.w3.org/2000/svg', 'set'), {
      beginElement() {},
    });
    set.setAttribute('data-consentry-to', 'https://v.example/a.gif');
    svg.append(set);
    const replaceWith = vi.spyOn(set, 'replaceWith').mockReturnValue();
    releaseAttributes(set);
    expect(set.getAttribute('to')).toBe('https://v.example/a.gif');
    expect(replaceWith).toHaveBeenCalledWith(set);
  });

  it('leave alone what the page wrote under its real name', () => {
    const link = element('<a data-consentry="a" href="/own">own</a>');
    withholdAttributes(link);
    expect(link.getAttribute('href')).toBe('/own');
  });

  it('of a frame are emptied by way of an empty page, because a frame keeps its page without', () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('data-consentry-src', 'https://v.example/film');
    releaseAttributes(frame);
    const seen: (string | null)[] = [];
    const { setAttribute } = frame;
    frame.setAttribute = (name: string, value: string) => {
      setAttribute.call(frame, name, value);
      seen.push(value);
    };
    withholdAttributes(frame);
    expect(seen).toEqual(['about:blank']);
    expect(frame.hasAttribute('src')).toBe(false);
  });
});
