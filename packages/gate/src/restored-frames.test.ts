import { afterEach, describe, expect, it, vi } from 'vitest';
import { reloadEmptyFrames } from './restored-frames.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** A frame with this address that shows the document of that address; none where it is of another origin. */
function frame(src: string | null, shows: string | null) {
  const element = document.createElement('iframe');
  if (src !== null) element.setAttribute('src', src);
  document.body.append(element);
  vi.spyOn(element, 'contentDocument', 'get').mockReturnValue(
    shows === null ? null : ({ URL: shows } as Document),
  );
  const set = vi.spyOn(element, 'setAttribute');
  return { element, set };
}

/** Firefox alone brings frames back; it is told by a name that no other browser has. */
const asInFirefox = () => vi.stubGlobal('mozInnerScreenX', 0);

describe('a frame that came back empty', () => {
  it('is loaded anew when it has an address', () => {
    asInFirefox();
    const { element, set } = frame('https://vendor.example/map', 'about:blank');
    reloadEmptyFrames(window);
    expect(set).toHaveBeenCalledWith('src', 'https://vendor.example/map');
    expect(element.getAttribute('src')).toBe('https://vendor.example/map');
  });

  it.each([
    ['is withheld', null, 'about:blank'],
    ['shows what it should', '/own', 'https://example.com/own'],
    ['belongs to another origin, whose page is in it', 'https://vendor.example/map', null],
    ['is meant to be empty', 'about:blank', 'about:blank'],
    ['was made by a script of its address', 'javascript:void 0', 'about:blank'],
  ])('is left alone when it %s', (_, src, shows) => {
    asInFirefox();
    const { set } = frame(src, shows);
    reloadEmptyFrames(window);
    expect(set).not.toHaveBeenCalled();
  });

  it('is left alone in other browsers, where it is still on its way', () => {
    const { set } = frame('https://vendor.example/map', 'about:blank');
    reloadEmptyFrames(window);
    expect(set).not.toHaveBeenCalled();
  });
});
