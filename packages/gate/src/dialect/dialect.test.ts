import { createConsentManager } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../../test/support/memory-platform.js';
import { clearPage, loadNothing, settle } from '../../../../test/support/page-with-adapters.js';
import { createGate } from '../create-gate.js';
import { createScriptPolicy } from '../trusted-types.js';
import { type Markup, showTemplates, translateMarks } from './dialect.js';

const SITE = {
  purposes: [{ id: 'analytics' }, { id: 'media' }],
  vendors: [{ id: 'film', purposes: ['media'] }],
};
/** The names that the made-up other manager's pages use. */
const NAMES: Record<string, readonly string[]> = {
  stats: ['analytics'],
  video: ['film'],
  both: ['analytics', 'film'],
};
const MARKUP: Markup = {
  selector: 'script[type="text/plain"][data-cat],[data-cat]:not(script)',
  prefix: 'data-',
  namesOn: (element) => element.getAttribute('data-cat')?.match(/\S+/g) ?? [],
};

beforeEach(() => {
  loadNothing();
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  clearPage();
});

function page(html: string) {
  document.body.innerHTML = html;
  const manager = createConsentManager(SITE, new MemoryBrowser().tab());
  const policy = createScriptPolicy(window);
  const idsOf = (name: string) => NAMES[name];
  translateMarks(MARKUP, { idsOf, policy });
  showTemplates({ selector: 'template[data-cat]', namesOn: MARKUP.namesOn }, manager, { idsOf });
  createGate(manager);
  return manager;
}
const src = (selector: string) => document.querySelector(selector)?.getAttribute('src');
const running = () =>
  [...document.querySelectorAll('script')]
    .filter(({ type }) => type !== 'text/plain')
    .map((script) => script.id);

describe('a page marked for another consent manager', () => {
  it('has its tags withheld until what their name stands for is allowed, and released then', () => {
    const manager = page(`
      <script id="a" type="text/plain" data-cat="stats" data-src="/a.js" data-type="module"></script>
      <script id="b" type="text/plain" data-cat="stats">window.b = 1</script>
      <img data-cat="video" data-src="/p.gif">
      <iframe data-cat="both" data-src="/f.html"></iframe>`);
    expect(running()).toEqual([]);
    expect([src('img'), src('iframe')]).toEqual([null, null]);
    manager.grant(['analytics']);
    expect(running()).toContain('a');
    expect(document.querySelector('#a')?.getAttribute('type')).toBe('module');
    expect(src('#a')).toBe('/a.js');
    expect([src('img'), src('iframe')]).toEqual([null, null]);
    manager.grant(['film']);
    expect([src('img'), src('iframe')]).toEqual(['/p.gif', '/f.html']);
  });

  it('has frames and images emptied when what their name stands for is withdrawn', () => {
    const manager = page('<img data-cat="stats" data-src="/p.gif">');
    manager.grant(['analytics']);
    expect(src('img')).toBe('/p.gif');
    manager.deny(['analytics']);
    expect(src('img')).toBeNull();
    manager.grant(['analytics']);
    expect(src('img')).toBe('/p.gif');
  });

  it('has what comes later withheld and released like what was there', async () => {
    const manager = page('');
    document.body.insertAdjacentHTML('beforeend', '<div><img data-cat="stats" data-src="/late.gif"></div>');
    await settle();
    expect(src('img')).toBeNull();
    manager.grant(['analytics']);
    expect(src('img')).toBe('/late.gif');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<iframe data-cat="stats" data-src="/later.html"></iframe>',
    );
    await settle();
    expect(src('iframe')).toBe('/later.html');
  });

  it('keeps a tag withheld for ever whose name nobody knows, or that carries one such name', () => {
    const manager = page(`
      <script id="a" type="text/plain" data-cat="unheard-of" src="/a.js"></script>
      <script id="b" type="text/plain" data-cat="stats unheard-of" src="/b.js"></script>
      <script id="c" type="text/plain" data-cat="" src="/c.js"></script>`);
    manager.grant();
    expect(running()).toEqual([]);
  });

  it('does not touch elements that carry such attributes for reasons of their own', () => {
    const html = '<p data-cat="stats">Text</p><img data-cat="mine" data-src="/lazy.gif">';
    page(html);
    expect(document.body.innerHTML).toBe(html);
  });
});

describe('what waits in a template', () => {
  const TEMPLATE = `<template data-cat="stats"><p>Words</p><iframe src="/f.html"></iframe></template><footer></footer>`;

  it('stands behind it in its order while it is allowed, and is gone after a withdrawal', () => {
    const manager = page(TEMPLATE);
    expect(document.querySelector('iframe')).toBeNull();
    manager.grant(['media']);
    expect(document.querySelector('iframe')).toBeNull();
    manager.grant(['analytics']);
    const names = [...document.body.children].map(({ localName }) => localName);
    expect(names).toEqual(['template', 'p', 'iframe', 'footer']);
    manager.grant(['analytics']);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    manager.deny(['analytics']);
    expect([...document.body.children].map(({ localName }) => localName)).toEqual(['template', 'footer']);
  });

  it('has its scripts run by the gate, once', async () => {
    const manager = page(
      '<template data-cat="stats"><script id="a" type="module" src="/a.js"></script></template><i></i>',
    );
    expect(running()).toEqual([]);
    manager.grant(['analytics']);
    await settle();
    expect(running()).toEqual(['a']);
    expect(document.querySelector('#a')?.getAttribute('type')).toBe('module');
    manager.grant(['media']);
    await settle();
    expect(running()).toEqual(['a']);
  });

  it('stays there for ever under a name that nobody knows', () => {
    const manager = page('<template data-cat="unheard-of"><p>Words</p></template><i></i>');
    manager.grant();
    expect(document.querySelector('p')).toBeNull();
  });
});
