import { emptyAttribute, FETCHING, MARK } from '../marks.js';
import type { Ownership } from './ownership.js';

const FETCHES = new RegExp(`^(xlink:)?(${FETCHING.replace(/ /g, '|')})$`, 'i');
const CANDIDATES = `script,style,template,[*|href],[${FETCHING.replace(/ /g, '],[')}]`;
/** What is only followed when the visitor says so: the guard of clicks looks at those. */
const FOLLOWED = /^(a|area|base|form|button)$/;
/** What holds more than one address, or a text with addresses in it. */
const SEVERAL = /(set|style|doc|ping|content|values)$/i;
/** Where an inline script gets a module from. */
const IMPORTS = /\b(?:import|from)\b[\s(]*(["'`])(.+?)\1/g;

/** Turns what belongs to a withheld vendor into what a site could have marked, before the browser looks at it. */
export interface ElementGuard {
  /** Whether this attribute must not get this value; the element keeps it for later then. */
  holds(element: Element, name: string, value: unknown, byScript?: boolean): boolean;
  /** The text that a style element may have now; it keeps the whole for later. */
  cleaned(style: Element, text: string): string;
  /** Told of each element that is inspected. */
  onElement?: (element: Element) => void;
  /** Withholds whatever belongs to a vendor in a node and below it. */
  inspect(node: Node, byScript?: boolean): void;
}

/**
 * A withheld attribute is kept under `data-consentry-<name>` beside a mark with the vendor's id, so that one
 * way of releasing serves both. `nonce` goes to scripts that the page's own code has made: a policy lets those run.
 */
export function createElementGuard(
  { ownerOf, ownerIn, without }: Ownership,
  nonce: string,
  started: WeakSet<Element>,
): ElementGuard {
  const mark = (element: Element, owner: string) => {
    const ids = new Set(element.getAttribute(MARK)?.split(' '));
    element.setAttribute(MARK, [...ids.add(owner)].join(' '));
  };
  const keep = (element: Element, name: string, value: string, owner: string) => {
    element.setAttribute(`${MARK}-${name}`, value);
    mark(element, owner);
  };
  const stop = (script: HTMLScriptElement, byScript: unknown) => {
    // One that the site has marked is stopped already, and has no type of its own but the one it keeps.
    if (script.type !== 'text/plain') script.setAttribute(`${MARK}-type`, script.type);
    script.type = 'text/plain';
    if (byScript) {
      if (nonce) script.nonce = nonce;
    }
    // What a parser passes over counts as asynchronous from then on.
    else setTimeout(() => (script.async = script.hasAttribute('async')));
  };

  const holds = (element: Element, name: string, value: unknown, byScript?: boolean): boolean => {
    const tag = element.localName;
    if (
      started.has(element) ||
      !FETCHES.test(name) ||
      (FOLLOWED.test(tag) && !/g$/.test(name)) ||
      // Nothing is asked for by other elements, and attributes may move on from them.
      (/^src$/i.test(name) && !('src' in element))
    )
      return false;
    const text = `${value}`;
    const owner = SEVERAL.test(name) ? ownerIn(text) : ownerOf(text);
    if (!owner) return false;
    keep(element, name.toLowerCase().replace('xlink:', ''), text, owner);
    if (tag === 'script') stop(element as HTMLScriptElement, byScript);
    if (name === 'style') (element as HTMLElement).style.cssText = without(text);
    else emptyAttribute(element, name);
    return true;
  };

  const cleaned = (style: Element, text: string) => {
    const owner = ownerIn(text);
    if (!owner) return text;
    keep(style, 'text', text, owner);
    return without(text);
  };

  const inspectOne = (element: Element, byScript?: boolean) => {
    guard.onElement?.(element);
    // What the site has stopped by itself stays so until a gate makes another script of it, which is looked at then.
    if ((element as HTMLScriptElement).type === 'text/plain' && element.hasAttribute(MARK)) return;
    for (const { name, value } of [...element.attributes]) holds(element, name, value, byScript);
    const { localName, textContent: text } = element as Element & { textContent: string };
    if (localName === 'style') {
      if (ownerIn(text)) element.textContent = cleaned(element, text);
    } else if (localName === 'script' && !element.hasAttribute('src')) {
      const { type } = element as HTMLScriptElement;
      const owner = /^(importmap|speculationrules)$/.test(type)
        ? ownerIn(text)
        : [...text.matchAll(IMPORTS)].map((found) => ownerOf(found[2])).find(Boolean);
      if (owner && type !== 'text/plain' && !started.has(element)) {
        mark(element, owner);
        stop(element as HTMLScriptElement, byScript);
      }
    } else if (localName === 'template') inspect((element as HTMLTemplateElement).content, byScript);
  };
  const inspect = (node: Node, byScript?: boolean): void => {
    const { nodeType } = node;
    if (nodeType === 1) inspectOne(node as Element, byScript);
    if (node.firstChild && nodeType !== 9) {
      for (const element of (node as ParentNode).querySelectorAll(CANDIDATES)) inspectOne(element, byScript);
    }
  };
  const guard: ElementGuard = { holds, inspect, cleaned };
  return guard;
}
