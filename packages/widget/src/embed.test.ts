import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EmbedsContent } from './content.js';
import { drawEmbed, drawReopenButton, type EmbedHost } from './embed.js';
import { embedStyle } from './style/index.js';

const place = {
  name: 'Content of Acme Video, not loaded',
  title: 'Acme Video',
  text: 'If you load this, Acme Video Inc. (United States) receives: what is played.',
  always: 'Always allow Acme Video',
};
const content: EmbedsContent = {
  language: 'en',
  dir: 'ltr',
  texts: {
    once: 'Load this once',
    more: 'Who receives what',
    open: 'Privacy choices',
    doNotSell: 'Do not sell or share my data',
  },
  places: { video: place },
};

/** A placeholder in a new element of the page; `inner` is what was drawn into its shadow root. */
function draw(options: Partial<EmbedHost> = {}, target = document.createElement('div')) {
  document.body.append(target);
  const acts = { always: vi.fn(), more: vi.fn() };
  const element = drawEmbed(target, { content, place, css: embedStyle(), ...acts, ...options });
  const root = element?.shadowRoot;
  return {
    ...acts,
    target,
    element,
    root,
    face: root?.querySelector('section'),
    buttons: () => [...(root?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent),
    press: (name: string) =>
      [...(root?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name)?.click(),
  };
}

afterEach(() => document.body.replaceChildren());

describe('a placeholder', () => {
  it('says whose content is not loaded, and who would receive what', () => {
    const { face, root } = draw();
    expect(face?.ariaLabel).toBe('Content of Acme Video, not loaded');
    expect(root?.querySelector('strong')?.textContent).toBe('Acme Video');
    expect(root?.querySelector('p')?.textContent).toContain('Acme Video Inc. (United States) receives');
  });

  it('speaks in the language and direction of its words, whatever the page does', () => {
    const { face } = draw({ content: { ...content, language: 'ar', dir: 'rtl' } });
    expect([face?.lang, face?.dir]).toEqual(['ar', 'rtl']);
  });

  it('does nothing until a button is pressed, and then what that says', () => {
    const once = vi.fn();
    const { press, always, more } = draw({ once });
    for (const act of [once, always, more]) expect(act).not.toHaveBeenCalled();
    press('Load this once');
    expect(once).toHaveBeenCalledOnce();
    expect(always).not.toHaveBeenCalled();
    press('Always allow Acme Video');
    expect(always).toHaveBeenCalledOnce();
    expect(more).not.toHaveBeenCalled();
    press('Who receives what');
    expect(more).toHaveBeenCalledOnce();
    expect(once).toHaveBeenCalledOnce();
  });

  it('does not offer to load once what a policy of the page would refuse', () => {
    expect(draw({ once: () => {} }).buttons()).toEqual([
      'Load this once',
      'Always allow Acme Video',
      'Who receives what',
    ]);
    for (const once of [undefined, false, ''] as const)
      expect(draw({ once }).buttons()).toEqual(['Always allow Acme Video', 'Who receives what']);
  });

  it('shows an image only where the page has named one, and says nothing about it', () => {
    for (const poster of [undefined, false, ''] as const)
      expect(draw({ poster }).root?.querySelector('img')).toBeNull();
    const image = draw({ poster: 'https://shop.example.com/poster.jpg' }).root?.querySelector('img');
    expect(image?.src).toBe('https://shop.example.com/poster.jpg');
    expect(image?.getAttribute('alt')).toBe('');
  });

  it('shows what a config says as text', () => {
    const { root } = draw({ place: { ...place, title: '<img src=x onerror=alert(1)>' } });
    expect(root?.querySelector('img')).toBeNull();
    expect(root?.querySelector('strong')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('fills an element of the page, which takes its size from the page', () => {
    const { target, element, root } = draw();
    expect(element?.parentElement).toBe(target);
    expect(element?.hasAttribute('place')).toBe(true);
    expect(root?.adoptedStyleSheets).toHaveLength(1);
    expect(root?.querySelector('style, [style]')).toBeNull();
  });
});

describe('a placeholder in a frame', () => {
  // happy-dom gives a frame no document at all where pages are not to be loaded; an empty one asks nobody for anything.
  const { settings } = (globalThis as unknown as { happyDOM: { settings: Record<string, boolean> } })
    .happyDOM;
  const { enableIframePageLoading } = settings;
  beforeAll(() => Object.assign(settings, { enableIframePageLoading: true }));
  afterAll(() => Object.assign(settings, { enableIframePageLoading }));

  const frame = () => document.createElement('iframe') as HTMLIFrameElement & HTMLDivElement;

  it("stands in the frame's own empty document, so that the page is as it was", () => {
    const { target, element, face } = draw({}, frame());
    const inner = (target as HTMLElement as HTMLIFrameElement).contentDocument;
    expect(element?.ownerDocument).toBe(inner);
    expect(element?.parentElement).toBe(inner?.body);
    expect(document.body.children).toHaveLength(1);
    expect(face?.ariaLabel).toBe('Content of Acme Video, not loaded');
    expect(element?.hasAttribute('place')).toBe(false);
  });

  it('has the colours that the page gives its own widget', () => {
    // happy-dom resolves no custom properties; what the page's style comes to is said here.
    const page: Record<string, string> = { '--consentry-accent': '#7a1f2b', '--other': 'red' };
    const style = { colorScheme: 'dark', getPropertyValue: (name: string) => page[name] ?? '' };
    const target = frame();
    const asked = vi.spyOn(window, 'getComputedStyle').mockReturnValue(style as CSSStyleDeclaration);
    const { element } = draw({}, target);
    expect(asked).toHaveBeenCalledWith(target);
    asked.mockRestore();
    expect(element?.style.getPropertyValue('--consentry-color-scheme')).toBe('dark');
    expect(element?.style.getPropertyValue('--consentry-accent')).toBe('#7a1f2b');
    for (const name of ['--consentry-focus', '--other'])
      expect(element?.style.getPropertyValue(name)).toBe('');
  });

  it('is left out where the frame is sandboxed away from the page', () => {
    const target = frame();
    Object.defineProperty(target, 'contentDocument', { value: null });
    const { element } = draw({}, target);
    expect(element).toBeUndefined();
    expect(target.childNodes).toHaveLength(0);
  });
});

describe('a button of the page', () => {
  const button = (opens?: string) => {
    const element = document.body.appendChild(document.createElement('consentry-button'));
    if (opens) element.setAttribute('opens', opens);
    drawReopenButton(element, content, embedStyle());
    return {
      label: element.shadowRoot?.querySelector('button')?.textContent,
      opens: element.getAttribute('data-consentry-open'),
    };
  };

  it('opens the preferences', () => {
    expect(button()).toEqual({ label: 'Privacy choices', opens: 'preferences' });
  });

  it('ends sale and sharing first where the page says so', () => {
    expect(button('do-not-sell')).toEqual({ label: 'Do not sell or share my data', opens: 'do-not-sell' });
  });
});
