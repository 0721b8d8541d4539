import { MARK } from './marks.js';
import type { createScriptPolicy } from './trusted-types.js';

/** Where a withheld script's own type is kept. */
const TYPE = `${MARK}-type`;

/** Puts withheld scripts back to work in the order they are given. */
export interface ScriptQueue {
  /** Lets `withheld` run where it stands, or a copy in its place, and answers that; an inline one waits for the external ones before it. */
  release(withheld: HTMLScriptElement): HTMLScriptElement;
}

/**
 * External scripts are all requested at once and run in order by the browser (`async = false`). An
 * inline script runs when it is inserted, so it is inserted in the load event of the last external one
 * before it, which the browser fires before it runs the next.
 *
 * @param filled scripts that text was put into while they were in the page: those a parser wrote there
 */
export function createScriptQueue(
  policy: ReturnType<typeof createScriptPolicy>,
  filled: { has(script: Element): boolean },
): ScriptQueue {
  /** External scripts that have to run in order, and the inline ones behind each. */
  const line: { done?: boolean; readonly behind: (() => void)[] }[] = [];

  return {
    release(withheld) {
      // One that the guard stopped before it ran can still run itself, with its listeners.
      const attribute = withheld.hasAttribute(`${MARK}-href`) ? 'href' : 'src';
      const held = withheld.getAttribute(`${MARK}-${attribute}`);
      // So can one whose text a parser has put into it; of others nobody can tell, nor of SVG's, which have no `text`.
      const isOwn = held !== null || (withheld.text && filled.has(withheld));
      const script = isOwn ? withheld : copy(withheld, policy);
      // Whatever a parser has passed over says true.
      if (held === null) script.async = script.hasAttribute('async');
      const external = held ?? script.src;
      const ordered = !script.async && script.type !== 'module' && script.getAttribute(TYPE) !== 'module';
      const insert = () => {
        // Somebody may have removed it while it was waiting; then the page no longer wants it.
        if (!withheld.isConnected) return;
        // The guard may have made a copy plain text already, for another vendor that its address belongs to; then it stays so.
        if (!isOwn) return withheld.replaceWith(script);
        // The page may have given it another one meanwhile.
        if (script.type === 'text/plain') script.type = script.getAttribute(TYPE) ?? '';
        // Whatever is put into a script that has not run makes it run (HTML, "prepare the script element"): one change
        // for browsers and observers, and the page around it stays as it is.
        if (held === null) script.append('');
        else script.setAttribute(attribute, policy.createScriptURL(held));
      };
      const last = line.at(-1);
      if (ordered && last && !external) {
        last.behind.push(insert);
        return script;
      }
      if (ordered && external) {
        const place: (typeof line)[number] = { behind: [] };
        line.push(place);
        const done = () => {
          place.done = true;
          // One that fails says so at once (Firefox), while others before it are still on their way.
          while (line[0]?.done) for (const run of line.shift()?.behind ?? []) run();
        };
        script.addEventListener('load', done);
        script.addEventListener('error', done);
      }
      insert();
      return script;
    },
  };
}

/**
 * A fresh element with every attribute and the nonce, for one that may count as having run: whatever came as HTML text,
 * and clones of that, run in no place.
 */
function copy(withheld: HTMLScriptElement, policy: ReturnType<typeof createScriptPolicy>): HTMLScriptElement {
  const script = document.createElement('script');
  let src: string | null = null;
  // Names and not nodes of attributes: hundreds of tags go through here, and each node would be made for it.
  for (const name of withheld.getAttributeNames()) {
    const value = withheld.getAttribute(name) as string;
    if (name === 'src') src = value;
    else if (name !== 'type') script.setAttribute(name === TYPE ? 'type' : name, value);
  }
  // Browsers hide the attribute from script, so it was not among the others.
  script.nonce = withheld.nonce;
  if (src) script.src = policy.createScriptURL(src);
  else script.text = policy.createScript(withheld.textContent ?? '');
  return script;
}

/**
 * Whether the parser may still be adding to an element: an inline script's text can arrive in pieces, and
 * nothing follows it yet. What follows the body does not count: a parser puts nothing there, scripts do.
 */
export function isUnfinished(element: Element): boolean {
  const page = element.ownerDocument;
  if (page.readyState !== 'loading') return false;
  let node: Node = element;
  for (; node.parentNode && node.parentNode !== page.documentElement; node = node.parentNode)
    if (node.nextSibling) return false;
  return !node.parentNode || node === page.body || (node === page.head && !page.body);
}
