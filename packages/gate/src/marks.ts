/** What the site writes on an element to say whose it is: purpose or vendor ids between spaces. */
export const MARK = 'data-consentry';

export const MARKED = `[${MARK}]`;

/** Attributes by which an element fetches or sends, or that hold text which does. */
export const FETCHING =
  'src srcset href poster data background ping srcdoc imagesrcset action formaction style content to from values';

/** A fetching attribute, as it is or kept under our own prefix while it is withheld. */
const KEPT = new RegExp(`^${MARK}-(${FETCHING.replace(/ /g, '|')})$`);

/** The ids on a marked element; all of them have to be allowed. */
export function markedIds(element: Element): string[] {
  return element.getAttribute(MARK)?.match(/\S+/g) ?? [];
}

/** Whether the element is a script, HTML's or SVG's. */
export function isScript(element: Element): element is HTMLScriptElement {
  return element.localName === 'script';
}

/** Whether a withheld attribute of the element still, or again, lacks its real one. */
export function isWithheld(element: Element): boolean {
  return [...element.attributes].some(({ name, value }) => {
    const own = releasedName(name, value);
    return own && !element.hasAttribute(own);
  });
}

/** The real name of an attribute that is kept under ours. */
function releasedName(name: string, value: string): string | undefined {
  // Markup that was cleaned of scripts may still carry our attributes; it gets no script by them.
  return /^\s*javascript:/i.test(value) ? undefined : KEPT.exec(name)?.[1];
}

/** Moves the withheld attributes of an element that is not a script to their real names, so that it loads. */
export function releaseAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const own = releasedName(name, value);
    if (own) element.setAttribute(own, value);
  }
  const { localName } = element;
  // No animation, no track (Firefox) and no preload without an address begins anew by itself.
  if (/^(set|animate|track)$/.test(localName) || element.hasAttribute('imagesrcset'))
    element.replaceWith(element);
  // A player that found no source does not look again by itself.
  if (localName === 'source') (element.parentElement as Partial<HTMLMediaElement> | null)?.load?.();
  const text = element.getAttribute(`${MARK}-text`);
  if (text && localName === 'style') element.textContent = text;
}

/** Takes the real attributes away again; a frame is left empty, whatever ran in it is gone. */
export function withholdAttributes(element: Element): void {
  for (const { name } of [...element.attributes]) {
    const own = KEPT.exec(name)?.[1];
    if (own && element.hasAttribute(own)) emptyAttribute(element, own);
  }
}

/**
 * Removes an attribute that fetches. When it merely disappears, a frame keeps its page, and a page waits for ever for a style
 * sheet in a `data:` address that was waiting for another one (Chromium).
 */
export function emptyAttribute(element: Element, name: string): void {
  if (/^(iframesrc|linkhref)$/.test(element.localName + name)) element.setAttribute(name, 'about:blank');
  element.removeAttribute(name);
}
