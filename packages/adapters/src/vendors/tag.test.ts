import type { SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  clearPage,
  loadNothing,
  pageWith,
  scriptUrls,
  settle,
} from '../../../../test/support/page-with-adapters.js';
import { type TagOptions, tag } from './tag.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'marketing' }],
  vendors: [{ id: 'counter', purposes: ['marketing'] }],
};
const SRC = 'https://tags.vendor.example/t';
const newPage = (options: TagOptions, nonce = '') => pageWith(SITE, [tag(options, 'counter')], { nonce });

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage();
});

describe('a tag', () => {
  it('that is a script is loaded with its attributes and the nonce of the page once it is allowed', () => {
    const { manager, stop } = newPage(
      { kind: 'script', src: SRC, attributes: { 'data-site': '42', crossorigin: 'anonymous' } },
      'n-1',
    );
    expect(scriptUrls()).toEqual([]);
    manager.grant();
    manager.grant();
    const [script, ...others] = document.querySelectorAll('script');
    expect(others).toEqual([]);
    expect(script?.getAttribute('src')).toBe(SRC);
    expect(script?.getAttribute('data-site')).toBe('42');
    expect(script?.getAttribute('crossorigin')).toBe('anonymous');
    expect(script?.nonce).toBe('n-1');
    stop();
  });

  it('that is a script asks for a reload on a withdrawal', async () => {
    const { manager, reload, stop } = newPage({ kind: 'script', src: SRC });
    manager.deny();
    await settle();
    expect(reload).not.toHaveBeenCalled();
    manager.grant();
    manager.deny();
    await settle();
    expect(reload).toHaveBeenCalledOnce();
    stop();
  });

  it('that is a frame goes into its target, named like the vendor, and out on a withdrawal', async () => {
    document.body.innerHTML = '<main></main>';
    const { manager, reload, stop } = newPage({ kind: 'frame', src: SRC, target: 'main' });
    expect(document.querySelector('iframe')).toBeNull();
    manager.grant();
    const frame = document.querySelector('main > iframe');
    expect(frame?.getAttribute('src')).toBe(SRC);
    expect(frame?.getAttribute('title')).toBe('counter');
    manager.deny();
    await settle();
    expect(document.querySelector('iframe')).toBeNull();
    expect(reload).not.toHaveBeenCalled();
    stop();
  });

  it('that is a pixel is requested once for each grant and leaves nothing in the page', async () => {
    const requested: string[] = [];
    const { createElement } = document;
    vi.spyOn(document, 'createElement').mockImplementation(((name: string) => {
      const element = createElement.call(document, name);
      if (name === 'img')
        Object.defineProperty(element, 'src', { set: (url: string) => requested.push(url) });
      return element;
    }) as typeof document.createElement);
    const { manager, reload, stop } = newPage({ kind: 'pixel', src: SRC });
    expect(requested).toEqual([]);
    manager.grant();
    manager.grant();
    expect(requested).toEqual([SRC]);
    manager.deny();
    await settle();
    expect(requested).toEqual([SRC]);
    expect(reload).not.toHaveBeenCalled();
    manager.grant();
    expect(requested).toEqual([SRC, SRC]);
    expect(document.querySelector('img')).toBeNull();
    stop();
  });

  it('loses on a withdrawal the storage that its options name, and nothing else', () => {
    const { manager, stop } = newPage({
      kind: 'pixel',
      src: SRC,
      storage: [
        { kind: 'cookie', name: '_tag*' },
        { kind: 'localStorage', name: 'tag-visitor' },
      ],
    });
    document.cookie = '_tag_a=1; path=/';
    document.cookie = '_tug=1; path=/';
    localStorage.setItem('tag-visitor', '1');
    localStorage.setItem('tag-visitors', '1');
    manager.grant();
    expect(document.cookie).toContain('_tag_a');
    manager.deny();
    expect(document.cookie).toBe('_tug=1');
    expect(Object.keys(localStorage)).toEqual(['tag-visitors']);
    stop();
  });
});
