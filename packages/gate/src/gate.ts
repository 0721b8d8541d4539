import { type ConsentState, guarded } from '@consentry/core';
import type { Guard, Root } from './guard/guard.js';
import {
  isScript,
  isWithheld,
  MARK,
  MARKED,
  markedIds,
  releaseAttributes,
  withholdAttributes,
} from './marks.js';
import { createReleaseLine, nextTurn } from './release-line.js';
import { createScriptQueue, isUnfinished } from './script-queue.js';
import type { createScriptPolicy } from './trusted-types.js';

/** Options of {@link startGate}. */
export interface GateOptions {
  /** @default window */
  readonly window?: Window;
  /** Nonce of the page's policy: put on the scripts that adapters load, and demanded of marked scripts. */
  readonly nonce?: string;
  /** The guard of the page, when there is one: what it withholds is released with the rest. */
  readonly guard?: Guard | undefined;
  /** What `createScriptPolicy(window)` made, for the guard too when there is one. */
  readonly policy: ReturnType<typeof createScriptPolicy>;
  /** Called soon after, with the elements that were released meanwhile, in that order. */
  readonly onReleased?: (elements: readonly Element[]) => void;
  /** Told of what could not be released or loaded. */
  readonly onError: (error: unknown) => void;
}

/** Holds marked elements back until they are allowed. */
export interface Gate {
  /** The page it guards. */
  readonly window: Window;
  /** A script element that the page's policy lets run: with its nonce, its URL through Trusted Types. */
  createScript(src: string): HTMLScriptElement;
  /** Loads a script of a vendor that is allowed, once per URL; `prepare` may add attributes to it. */
  loadScript(src: string, prepare?: (script: HTMLScriptElement) => void): void;
  /** Lets an element that is withheld load what it asks for, this time; nothing is decided by it. */
  releaseOnce(element: Element): void;
  /** The ids of marked scripts that have run on this page; what has run cannot be unloaded. */
  readonly ran: ReadonlySet<string>;
}

/**
 * Withholds every element of the page that carries `data-consentry` until all the ids it names are
 * allowed, then releases it once, in document order, whether it was in the page at the start or came
 * later. When an id ends, frames, images and links are emptied again; a script that has run cannot be.
 * Before the first of them the cookie is read again.
 */
export function startGate(
  state: Pick<ConsentState, '$consent' | 'isAllowed' | 'refresh'>,
  options: GateOptions,
): Gate {
  const { window = globalThis.window, nonce, guard, policy } = options;
  const { document } = window;
  const { onReleased, onError } = options;
  const filled = guard?.filled ?? new WeakSet<Node>();
  const queue = createScriptQueue(policy, filled);
  const released = new WeakSet<Element>();
  /** Scripts that stand where withheld ones stood. */
  const running = new WeakSet<Element>();
  const ran = new Set<string>();
  const roots = guard?.roots ?? new Set<Root>([document]);
  const loaded = new Set<string>();
  const allowsAnything = () => Object.values(state.$consent.get().entries).some(({ allowed }) => allowed);
  let anythingAllowed = allowsAnything();

  /** What runs for a tag has its mark as well; there is nothing to do for it unless the guard has stopped it. */
  const runs = (element: Element) =>
    (element as HTMLScriptElement).type !== 'text/plain' && running.has(element);
  const settle = (element: Element) => {
    if (runs(element)) return;
    const ids = markedIds(element);
    const allowed = !!ids[0] && ids.every(state.isAllowed);
    // The guard empties at once what is withdrawn, and a grant may come before its turn here.
    const isReleased = released.has(element) && (isScript(element) || !isWithheld(element));
    if (allowed === isReleased) return;
    if (!allowed) {
      // A script that has run cannot be taken back.
      if (!isScript(element)) {
        released.delete(element);
        withholdAttributes(element);
      }
      return;
    }
    if (isScript(element)) {
      // One of another type runs by itself, or has run.
      if (element.type !== 'text/plain' && !isWithheld(element)) return;
      released.add(element);
      if (nonce && element.nonce !== nonce) {
        // The page did not write this script: it may have been injected, and running it would defeat the policy.
        onError(new Error(`A script for ${ids} lacks the nonce.`));
        return;
      }
      for (const id of ids) ran.add(id);
      guarded(() => running.add(queue.release(element)), onError);
    } else {
      released.add(element);
      releaseAttributes(element);
    }
    if (latest.push(element) === 1) nextTurn().then(tell);
  };

  const latest: Element[] = [];
  const tell = () => guarded(() => onReleased?.(latest.splice(0)), onError);
  const unfinished = new Set<Element>();
  const line = createReleaseLine((element) => {
    // The parser may still be adding to it, and what follows will tell when it is done.
    if (isUnfinished(element)) unfinished.add(element);
    else settle(element);
  });
  /** Everything marked in the page, in document order. */
  const settlePage = () => {
    // Until something is allowed there is nothing to do for any tag, however many there are.
    anythingAllowed ||= allowsAnything();
    if (!anythingAllowed) return;
    // Those that came as HTML nobody has told us of.
    for (const { shadowRoot } of document.querySelectorAll(':not(script)')) {
      if (shadowRoot) follow(shadowRoot);
    }
    for (const root of roots) line.add(root.querySelectorAll(MARKED));
  };

  const observer = new MutationObserver((mutations) => {
    if (!anythingAllowed) return;
    // Taken out first: what is still unfinished comes back into it.
    const found = [...unfinished];
    unfinished.clear();
    // Every insertion into a page comes by here: what is asked of a node is the least that tells.
    const look = (element: Element) => {
      if (element.nodeType !== 1) return;
      if (element.hasAttribute(MARK) && !runs(element)) found.push(element);
      if (!element.firstElementChild) return;
      for (const marked of element.querySelectorAll(MARKED)) found.push(marked);
    };
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes') {
        // Of a script that runs where it stands the guard may find that it is somebody else's too.
        if (isScript(target as Element)) released.delete(target as Element);
        look(target as Element);
      } else {
        filled.add(target);
        for (let i = 0; i < addedNodes.length; i++) look(addedNodes[i] as Element);
      }
    }
    line.add(found);
  });
  const follow = (root: Root) => {
    roots.add(root);
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: [MARK],
    });
  };
  roots.forEach(follow);
  if (guard) guard.onRoot = follow;
  // The last script of the page has nothing behind it that would tell it is complete.
  document.addEventListener('DOMContentLoaded', settlePage, { once: true });
  state.$consent.listen(() => {
    // The guard has let it in while it was allowed.
    if (guard && anythingAllowed) {
      for (const script of document.querySelectorAll('script[src]:not([type="text/plain"])')) {
        const owner = guard.ownerOf((script as HTMLScriptElement).src);
        if (owner) ran.add(owner);
      }
    }
    settlePage();
  });
  // Another tab may have decided since the page began, or the visitor while it was only rendered ahead: then what the guard
  // has let in meanwhile has to end.
  state.refresh();
  settlePage();

  const createScript = (src: string) => {
    const script = document.createElement('script');
    if (nonce) script.nonce = nonce;
    script.src = policy.createScriptURL(src);
    return script;
  };

  return {
    window,
    createScript,
    loadScript(src, prepare) {
      if (loaded.has(src)) return;
      loaded.add(src);
      const script = createScript(src);
      prepare?.(script);
      script.addEventListener('error', () => {
        loaded.delete(src);
        onError(new Error(`${src} did not load.`));
      });
      document.documentElement.append(script);
    },
    releaseOnce(element) {
      guard?.started.add(element);
      releaseAttributes(element);
      // The empty page of a frame is guarded and goes nowhere; put back, the frame begins with what it asks for.
      element.replaceWith(element);
    },
    ran,
  };
}
