import type { EmbedPlace, EmbedsContent, Language } from './content.js';

/** What a placeholder needs. */
export interface EmbedHost {
  readonly content: EmbedsContent;
  readonly place: EmbedPlace;
  /** Made by `embedStyle`. */
  readonly css: string;
  /** Image of the site's own host to show behind it. */
  readonly poster?: string | false | undefined;
  /** Loads it this time; absent where a policy of the page would refuse it. */
  readonly once?: (() => void) | false | '' | undefined;
  readonly always: () => void;
  readonly more: () => void;
}

/**
 * Draws a placeholder into the empty document of a withheld frame, or into an element of the page, so that it is exactly
 * as large as what it stands for. Returns it; nothing where the frame is sandboxed away from the page.
 */
export function drawEmbed(target: HTMLElement, host: EmbedHost): HTMLElement | undefined {
  const { content, place, css, poster, once, always, more } = host;
  const frame = (target as HTMLIFrameElement).contentDocument;
  if (frame === null) return undefined;
  const { texts } = content;
  const element = make(frame?.body ?? target, 'consentry-embed');
  const face = openFace(element, 'section', content, css);
  face.ariaLabel = place.name;
  if (poster) make(face, 'img', { src: poster, alt: '' });
  make(face, 'strong', { textContent: place.title });
  make(face, 'p', { textContent: place.text });
  const row = make(face, 'div');
  if (once) addButton(row, texts.once, once);
  addButton(row, place.always, always);
  addButton(face, texts.more, more);
  // The page's colours do not reach into a frame by themselves.
  if (frame) inherit(target, element, css);
  else element.setAttribute('place', '');
  return element;
}

/**
 * Makes `<consentry-button>` a button that opens the preferences; `opens="do-not-sell"` one that ends what counts as sale
 * or sharing first. The file that follows the page hears its clicks.
 */
export function drawReopenButton(element: HTMLElement, content: EmbedsContent, css: string): void {
  const { open, doNotSell } = content.texts;
  const opens = element.getAttribute('opens') ?? 'preferences';
  addButton(openFace(element, 'span', content, css), opens === 'do-not-sell' ? doNotSell : open);
  element.setAttribute('data-consentry-open', opens);
}

/** Gives a placeholder what the page's style says to the frame it is in. */
function inherit(frame: HTMLElement, { style }: HTMLElement, css: string): void {
  const page = getComputedStyle(frame);
  style.setProperty('--consentry-color-scheme', page.colorScheme);
  for (const name of css.match(/--consentry-[\w-]+/g) ?? []) {
    const value = page.getPropertyValue(name);
    if (value) style.setProperty(name, value);
  }
}

/** A shadow tree with a sheet of the document it is in, and one element. */
function openFace(
  element: HTMLElement,
  tag: string,
  { language, dir }: Required<Language>,
  css: string,
): HTMLElement {
  const { CSSStyleSheet: Sheet } = element.ownerDocument.defaultView as Window & typeof globalThis;
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new Sheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return make(root, tag, { lang: language, dir });
}

const addButton = (parent: Node, textContent: string, onclick?: () => void) =>
  make(parent, 'button', { textContent, onclick });

function make(parent: Node, tag: string, properties: object = {}): HTMLElement {
  return parent.appendChild(Object.assign((parent.ownerDocument as Document).createElement(tag), properties));
}
