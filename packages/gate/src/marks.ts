/** What the site writes on an element to say whose it is: purpose or vendor ids between spaces. */
export const MARK = 'data-consentry';

/** The attributes that fetch, each withheld under its own name behind `data-consentry-`. */
const FETCHING = ['src', 'srcset', 'href', 'poster', 'data'] as const;

export const MARKED = `[${MARK}]`;

/** The ids on a marked element; all of them have to be allowed. */
export function markedIds(element: Element): string[] {
  return element.getAttribute(MARK)?.match(/\S+/g) ?? [];
}

/** Whether the element is a script, HTML's or SVG's. */
export function isScript(element: Element): element is HTMLScriptElement {
  return element.localName === 'script';
}

/** Moves the withheld attributes of an element that is not a script to their real names, so that it loads. */
export function releaseAttributes(element: Element): void {
  for (const name of FETCHING) {
    const value = element.getAttribute(`${MARK}-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
}

/** Takes the real attributes away again; a frame is left empty, whatever ran in it is gone. */
export function withholdAttributes(element: Element): void {
  for (const name of FETCHING) {
    if (!element.hasAttribute(`${MARK}-${name}`)) continue;
    // A frame keeps its page when `src` merely disappears.
    if (element.localName === 'iframe') element.setAttribute(name, 'about:blank');
    element.removeAttribute(name);
  }
}
