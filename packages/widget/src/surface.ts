import { type ComponentChild, render } from 'preact';
import type { Language } from './content.js';
import { adoptSheet } from './style/adopt-sheet.js';
import type { FaceStyle } from './style/index.js';

/** One face of the widget: its element in the page and what is drawn into its shadow root. */
export interface Surface<Tag extends keyof HTMLElementTagNameMap> {
  /** The element in the page. */
  readonly element: HTMLElement;
  /** The one element of its shadow root. */
  readonly face: HTMLElementTagNameMap[Tag];
  /** Says what language it speaks, and is called by its title. */
  speak(content: SurfaceContent): void;
  /** Draws the face's content and puts the element into the page; with no content, takes it out. */
  draw(content: ComponentChild): void;
}

/** What a surface needs to know of its language. */
export type SurfaceContent = Language & { readonly texts: { readonly title: string } };

/** What a surface needs to know of the page. */
export interface SurfaceHost {
  readonly document: Document;
  readonly nonce?: string;
  readonly style: FaceStyle;
  readonly content: SurfaceContent;
}

/**
 * A surface called `name`, in `existing` where the page has one. The page's style should be bound to `:has(name)`, so
 * that it ends with the element, whoever removes it.
 *
 * An element of ours is the first child of the page: first in focus order, there before the body is, and left alone by
 * whatever replaces the body.
 */
export function createSurface<Tag extends keyof HTMLElementTagNameMap>(
  { document, nonce, content, style }: SurfaceHost,
  name: string,
  tag: Tag,
  existing?: HTMLElement | null,
): Surface<Tag> {
  const element = existing ?? document.createElement(name);
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const face = root.querySelector(tag) ?? root.appendChild(document.createElement(tag));
  const speak = ({ language, dir, texts }: SurfaceContent) => {
    // On the face too: the host's `all: initial` makes Chromium forget the language for line breaking and fonts.
    element.lang = face.lang = language;
    element.dir = dir ?? '';
    face.setAttribute('aria-label', texts.title);
  };
  // One that came as HTML had a handler of its own until now.
  face.onclick = null;
  face.setAttribute('part', 'surface');
  speak(content);
  adoptSheet(document, root, style.css, nonce);
  adoptSheet(document, document, style.pageCss, nonce);
  return {
    element,
    face,
    speak,
    draw(content) {
      render(content, face);
      if (!content) element.remove();
      else if (!element.isConnected) document.documentElement.prepend(element);
    },
  };
}
