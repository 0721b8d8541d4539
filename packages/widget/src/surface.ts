import { type ComponentChild, render } from 'preact';
import { baseCss } from './base-css.js';
import type { Language } from './content.js';
import { adoptSheet } from './style-sheet.js';
import type { WidgetHost } from './widget-host.js';

/** One face of the widget: its element in the page and what is drawn into its shadow root. */
export interface Surface<Tag extends keyof HTMLElementTagNameMap> {
  /** The element in the page. */
  readonly element: HTMLElement;
  /** The one element of its shadow root. */
  readonly face: HTMLElementTagNameMap[Tag];
  /** Draws the face's content and puts the element into the page; with no content, takes it out. */
  draw(content: ComponentChild): void;
}

/** What a surface needs to know of the page and of its own language. */
export interface SurfaceHost extends WidgetHost {
  readonly content: Language & { readonly texts: { readonly title: string } };
}

/**
 * A surface called `name`, styled by the base rules and `css`; `pageCss` holds for the page and should be
 * bound to `:has(name)`, so that it ends with the element, whoever removes it.
 *
 * The element is the first child of the page: first in focus order, there before the body is, and left alone by
 * whatever replaces the body.
 */
export function createSurface<Tag extends keyof HTMLElementTagNameMap>(
  { document, nonce, content }: SurfaceHost,
  name: string,
  tag: Tag,
  css: string,
  pageCss: string,
): Surface<Tag> {
  const element = document.createElement(name);
  const root = element.attachShadow({ mode: 'open' });
  const face = root.appendChild(document.createElement(tag));
  // On the face too: the host's `all: initial` makes Chromium forget the language for line breaking and fonts.
  element.lang = face.lang = content.language;
  element.dir = content.dir || '';
  face.setAttribute('part', 'surface');
  face.setAttribute('aria-label', content.texts.title);
  adoptSheet(document, root, baseCss + css, nonce);
  adoptSheet(document, document, pageCss, nonce);
  return {
    element,
    face,
    draw(content) {
      render(content, face);
      if (!content) element.remove();
      else if (!element.isConnected) document.documentElement.prepend(element);
    },
  };
}
