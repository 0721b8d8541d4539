import type { ConsentState } from '@consentry/core';
import type { createScriptPolicy } from '../trusted-types.js';
import { createElementGuard } from './elements.js';
import { createOwnership, type GuardedVendor } from './ownership.js';
import { createPatcher } from './patch.js';
import { guardRealm, type Realm } from './realm.js';
import { createRefuses, type StoreGuard } from './stores.js';

export { createScriptPolicy } from '../trusted-types.js';
export { createOwnership, type GuardedVendor, type Ownership } from './ownership.js';
export { guardReplay } from './replay.js';
export { guardAreas, guardCookies, guardDatabases, type StoreGuard } from './stores.js';

/** Where elements live: the page, or a shadow tree in it. */
export type Root = Document | ShadowRoot;

/** Options of {@link createGuard}. */
export interface GuardOptions {
  /** Whose hosts and storage are known. */
  readonly vendors: readonly GuardedVendor[];
  /** Guards of what else the vendors need: `guardCookies`, `guardAreas`, `guardDatabases`, `guardReplay`. */
  readonly stores?: readonly StoreGuard[] | undefined;
  /** `createScriptPolicy(window)`, one for a page. */
  readonly policy: ReturnType<typeof createScriptPolicy>;
  /** @default window */
  readonly window?: Window;
  /** Nonce of the page's policy, or nothing. */
  readonly nonce?: string;
}

/** A page under guard, as a gate has to know it. */
export interface Guard {
  /** The page and every shadow tree in it that could be reached. */
  readonly roots: Set<Root>;
  /** Elements that it leaves alone: what has run already, and what may load for once. */
  readonly started: WeakSet<Element>;
  /** What something was put into while it was in the page, as far as anybody has seen. */
  readonly filled: WeakSet<Node>;
  /** Told of each further root; for one gate to set. */
  onRoot?: (root: Root) => void;
  /** The vendor to whom an address belongs while it is withheld. */
  ownerOf(address: string): string | undefined;
}

/**
 * Guards a page and every frame of its origin: whatever loads, sends, stores or inserts is looked at first, and what
 * belongs to a vendor that is not allowed is withheld. Elements are marked as a site could have marked them, so that
 * a gate releases them. While nothing is withheld, calls go straight through.
 */
export function createGuard(
  { $consent, isAllowed, whenAllowed }: Pick<ConsentState, '$consent' | 'isAllowed' | 'whenAllowed'>,
  { window = globalThis.window, nonce = '', vendors, stores = [], policy }: GuardOptions,
): Guard {
  const ownership = createOwnership(window, vendors, isAllowed);
  /** Scripts that cannot run again, so that nothing is gained by stopping them. */
  const started = new WeakSet<Element>();
  const elements = createElementGuard(ownership, nonce, started);
  const { patch, natives, activate } = createPatcher();
  const refuses = createRefuses(vendors, isAllowed);
  const context = { ownerOf: ownership.ownerOf, vendors, whenAllowed };
  const guarded = new WeakSet<object>();
  const roots = new Set<Root>();
  const filled = new WeakSet<Node>();
  const guard: Guard = { roots, started, filled, ownerOf: ownership.ownerOf };

  let active = false;
  const follow = (root: Root | null | undefined) => {
    if (!root || roots.has(root)) return;
    roots.add(root);
    watch(root);
    guard.onRoot?.(root);
  };
  const watch = (root: Root) => {
    if (!active) return;
    elements.inspect(root);
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
  };
  /** Looks at everything while something is withheld, and at nothing otherwise. */
  const update = () => {
    active = ownership.isActive();
    activate(active);
    observer.disconnect();
    roots.forEach(watch);
  };

  /** Guards a window, unless it is done or of another origin; returns the way to guard its new frames. */
  const guardWindow = (realm: Realm) => {
    let frames = 0;
    const guardFrames = (_?: unknown, args: unknown[] = []) => {
      // Frames in shadow trees are not among the window's.
      for (const node of args) {
        const inner = (node as Partial<HTMLIFrameElement> | null)?.contentWindow;
        if (inner) guardWindow(inner as Realm);
      }
      // A look at the number is cheap, a look at frames of other origins is not.
      if (realm.length !== frames)
        for (frames = 0; frames < realm.length; frames++) guardWindow(realm[frames] as Realm);
    };
    try {
      // The window of a frame stays the same object when it goes to another page; its Function does not.
      if (!guarded.has(realm.Function)) {
        guarded.add(realm.Function);
        const guardKind = guardRealm(realm, ownership, elements, policy, patch, guardFrames);
        if (realm === window) elements.onElement = guardKind;
        for (const guardStore of stores) guardStore(realm, refuses, patch, natives, context);
        patch(realm.Element.prototype, 'attachShadow', undefined, (root) => follow(root as ShadowRoot));
        follow(realm.document);
        if (realm !== window)
          (realm as { navigation?: EventTarget }).navigation?.addEventListener('navigate', (event) => {
            if (ownership.ownerOf((event as unknown as { destination: unknown }).destination))
              event.preventDefault();
          });
        // What a function says of itself, the native one says; also of this one.
        patch(realm.Function.prototype, 'toString', undefined);
        // At the document: load events of elements never reach the window (DOM, "get the parent" of a document).
        realm.document.addEventListener('load', ({ target }) => guardFrames(target, [target]), true);
      }
    } catch {
      // Of another origin: its scripts are its own.
    }
    return guardFrames;
  };

  const observer = new MutationObserver((mutations) => {
    for (const { target, addedNodes, attributeName: name } of mutations) {
      filled.add(target);
      // Of what is below nothing has changed, and it may be the whole page.
      if (name) elements.holds(target as Element, name, (target as Element).getAttribute(name));
      for (const node of addedNodes) {
        elements.inspect(node);
        // A shadow tree that came as HTML.
        follow((node as Element).shadowRoot);
      }
    }
    guardFrames();
  });
  const guardFrames = guardWindow(window as Realm);
  let allowed: readonly GuardedVendor[] = [];
  const follows = () => {
    const before = allowed;
    allowed = vendors.filter(({ id }) => isAllowed(id));
    update();
    return before.every((vendor) => allowed.includes(vendor));
  };
  follows();
  $consent.listen(() => {
    if (follows()) return;
    // What a vendor brought while it was allowed is withheld now that it no longer is.
    for (const script of window.document.scripts) if (script.type !== 'text/plain') started.add(script);
    elements.inspect(window.document.documentElement);
  });
  return guard;
}
