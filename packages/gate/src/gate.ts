import type { ConsentManager } from '@consentry/core';
import {
  isScript,
  MARK,
  MARKED,
  markedIds,
  releaseAttributes,
  WATCHED,
  withholdAttributes,
} from './marks.js';
import { createScriptQueue, isUnfinished } from './script-queue.js';
import { createScriptPolicy } from './trusted-types.js';

/** Options of {@link createGate}. */
export interface GateOptions {
  /** @default window */
  readonly window?: Window;
  /** Nonce of the page's policy: put on the scripts that adapters load, and demanded of marked scripts. */
  readonly nonce?: string;
  /** Called for each element after it was released. */
  readonly onReleased?: (element: Element) => void;
  /** Told of what could not be released or loaded. @default console.error */
  readonly onError?: (error: Error) => void;
}

/** Holds marked elements back until they are allowed. */
export interface Gate {
  /** A script element that the page's policy lets run: with its nonce, its URL through Trusted Types. */
  createScript(src: string): HTMLScriptElement;
  /** Loads a script of a vendor that is allowed, once per URL. */
  loadScript(src: string, attributes?: Readonly<Record<string, string>>): void;
  /** Whether a marked script that names `id` has run on this page; what has run cannot be unloaded. */
  hasRun(id: string): boolean;
  /** Stops watching the page. What is withheld stays so. */
  close(): void;
}

/**
 * Withholds every element of the page that carries `data-consentry` until all the ids it names are
 * allowed, then releases it once, in document order, whether it was in the page at the start or came
 * later. When an id ends, frames, images and links are emptied again; a script that has run cannot be.
 */
export function createGate(manager: ConsentManager, options: GateOptions = {}): Gate {
  const {
    window = globalThis.window,
    nonce,
    onReleased,
    onError = (error) => console.error(error),
  } = options;
  const { document } = window;
  const policy = createScriptPolicy(window);
  const queue = createScriptQueue(policy);
  const released = new WeakSet<Element>();
  const ran = new Set<string>();
  const loaded = new Set<string>();
  let anythingAllowed = false;

  const releaseScript = (script: HTMLScriptElement, ids: string[]) => {
    // With a nonce in force, one that is missing means the page did not write this script: it may have
    // been injected, and running it would defeat the page's policy.
    if (nonce && script.nonce !== nonce) {
      onError(new Error(`A script marked "${ids}" lacks the page's nonce and stays withheld.`));
      return;
    }
    // Before it goes: a script may look for itself in the page while it runs.
    for (const id of ids) ran.add(id);
    queue.release(script);
    onReleased?.(script);
  };

  const settle = (element: Element) => {
    const ids = markedIds(element);
    const allowed = ids.length > 0 && ids.every((id) => manager.isAllowed(id));
    if (allowed === released.has(element) || (isScript(element) && (!allowed || !isWithheldScript(element))))
      return;
    if (!allowed) {
      released.delete(element);
      withholdAttributes(element);
      return;
    }
    released.add(element);
    if (isScript(element)) return releaseScript(element, ids);
    releaseAttributes(element);
    onReleased?.(element);
  };

  const settleWithin = (root: ParentNode) => {
    // Until something is allowed there is nothing to do for any tag, however many there are.
    if (!anythingAllowed) return;
    for (const element of root.querySelectorAll(MARKED)) if (!isUnfinished(element)) settle(element);
  };

  const settlePage = () => {
    anythingAllowed ||= Object.keys(manager.$consent.get().entries).some((id) => manager.isAllowed(id));
    settleWithin(document);
  };

  const observer = new MutationObserver((mutations) => {
    // Insertions are looked at together, so that document order holds across them.
    if (anythingAllowed && mutations.some(concernsMarks)) settleWithin(document);
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: WATCHED,
  });
  // The last script of the page has nothing behind it that would tell it is complete.
  document.addEventListener('DOMContentLoaded', settlePage, { once: true });
  const stop = manager.$consent.listen(settlePage);
  settlePage();

  const createScript = (src: string) => {
    const script = document.createElement('script');
    if (nonce) script.nonce = nonce;
    script.src = policy.createScriptURL(src);
    return script;
  };

  return {
    createScript,
    loadScript(src, attributes = {}) {
      if (loaded.has(src)) return;
      loaded.add(src);
      const script = createScript(src);
      for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
      script.addEventListener('error', () => {
        loaded.delete(src);
        onError(new Error(`The script ${src} did not load.`));
      });
      (document.head ?? document.documentElement).append(script);
    },
    hasRun: (id) => ran.has(id),
    close() {
      observer.disconnect();
      document.removeEventListener('DOMContentLoaded', settlePage);
      stop();
    },
  };
}

/** A marked script runs by itself unless its type is one that browsers do not run; then it is the page's. */
function isWithheldScript(script: HTMLScriptElement): boolean {
  return script.type === 'text/plain';
}

function concernsMarks({ type, addedNodes, target }: MutationRecord): boolean {
  if (type === 'attributes') return true;
  // Text that completes an inline script, or whatever shows that the element before it is complete.
  if ((target as Element).hasAttribute?.(MARK)) return true;
  return addedNodes.length > 0;
}
