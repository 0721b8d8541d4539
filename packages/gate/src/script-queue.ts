import { MARK } from './marks.js';
import type { createScriptPolicy } from './trusted-types.js';

/** Puts withheld scripts back to work in the order they are given. */
export interface ScriptQueue {
  /** Replaces `withheld` by a script that runs; an inline one waits for the external ones before it. */
  release(withheld: HTMLScriptElement): void;
}

/**
 * External scripts are all requested at once and run in order by the browser (`async = false`). An
 * inline script runs when it is inserted, so it is inserted in the load event of the last external one
 * before it, which the browser fires before it runs the next.
 */
export function createScriptQueue(policy: ReturnType<typeof createScriptPolicy>): ScriptQueue {
  /** The last external script in line that has not run yet, and the inline ones behind it. */
  let tail: { readonly behind: (() => void)[] } | undefined;

  return {
    release(withheld) {
      const script = copy(withheld, policy);
      const insert = () => {
        // Somebody may have removed it while it was waiting; then the page no longer wants it.
        if (withheld.isConnected) withheld.replaceWith(script);
      };
      const ordered = !script.async && script.type !== 'module';
      if (!script.src) {
        if (ordered && tail) tail.behind.push(insert);
        else insert();
        return;
      }
      if (ordered) {
        const place: NonNullable<typeof tail> = { behind: [] };
        const done = () => {
          if (tail === place) tail = undefined;
          for (const run of place.behind) run();
        };
        tail = place;
        script.addEventListener('load', done);
        script.addEventListener('error', done);
      }
      insert();
    },
  };
}

/**
 * A fresh element with every attribute and the nonce: changing the type of one that was parsed does not
 * make it run.
 */
function copy(withheld: HTMLScriptElement, policy: ReturnType<typeof createScriptPolicy>): HTMLScriptElement {
  const script = withheld.cloneNode(true) as HTMLScriptElement;
  const src = withheld.getAttribute(`${MARK}-src`);
  script.type = withheld.getAttribute(`${MARK}-type`) ?? '';
  // A copy is async unless told otherwise; one that was async by attribute stays so.
  script.async = withheld.hasAttribute('async');
  if (src) script.src = policy.createScriptURL(src);
  // Text that was not set through the policy is not trusted.
  else if (!script.src) script.text = policy.createScript(withheld.text);
  return script;
}

/**
 * Whether the parser may still be adding to an element: an inline script's text can arrive in pieces, and
 * nothing follows it yet.
 */
export function isUnfinished(element: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return false;
  return element.ownerDocument.readyState === 'loading';
}
