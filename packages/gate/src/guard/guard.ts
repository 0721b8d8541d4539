import type { ConsentState } from '@consentry/core';
import type { createScriptPolicy } from '../trusted-types.js';
import { createElementGuard } from './elements.js';
import { createOwnership, type GuardedVendor } from './ownership.js';
import { createPatch } from './patch.js';
import { guardRealm, type Realm } from './realm.js';
import { createRefuses, type StoreGuard, type VendorStorage } from './stores.js';

export type { GuardedVendor } from './ownership.js';
export { guardAreas, guardCookies, guardDatabases, type StoreGuard, type VendorStorage } from './stores.js';

/** What a guard works with. */
export interface GuardSetup {
  readonly window: Window;
  /** Nonce of the page's policy, or nothing. */
  readonly nonce: string;
  readonly vendors: readonly GuardedVendor[];
  readonly isAllowed: ConsentState['isAllowed'];
  readonly policy: ReturnType<typeof createScriptPolicy>;
  readonly stored: readonly VendorStorage[];
  /** Guards of those ways of storing that the vendors use. */
  readonly stores: readonly StoreGuard[];
  /** Told of every shadow root that script attaches. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
}

/** Keeps what belongs to withheld vendors from a page, however it gets there. */
export interface Guard {
  /** Withholds what a node and everything below it would fetch. For what the parser has put into the page. */
  inspect(node: Node): void;
  /** Guards frames of the same origin that are new in the page. */
  guardFrames(): void;
}

/**
 * Guards a page and every frame of its origin: whatever loads, sends or inserts is looked at first, and what belongs to
 * a vendor that is not allowed is withheld. While nothing is, calls go straight through.
 */
export function createGuard(setup: GuardSetup): Guard {
  const { window, nonce, vendors, isAllowed, policy, stored, stores, onShadowRoot } = setup;
  const ownership = createOwnership(window, vendors, isAllowed);
  const elements = createElementGuard(ownership, nonce);
  const { patch, natives } = createPatch(ownership.isActive);
  const refuses = createRefuses(stored, isAllowed);
  const guarded = new WeakSet<object>();

  /** Guards a window, unless it is done or of another origin; returns the way to guard its new frames. */
  const guardWindow = (realm: Realm) => {
    let frames = 0;
    const guardFrames = () => {
      // A look at the number is cheap, a look at frames of other origins is not.
      if (realm.length !== frames)
        for (frames = 0; frames < realm.length; frames++) guardWindow(realm[frames] as Realm);
    };
    try {
      // The window of a frame stays the same object when it goes to another page; its Function does not.
      if (!guarded.has(realm.Function)) {
        guarded.add(realm.Function);
        guardRealm(realm, ownership, elements, policy, patch, guardFrames);
        for (const guardStore of stores) guardStore(realm, refuses, patch, natives);
        patch(realm.Element.prototype, 'attachShadow', undefined, (root) => onShadowRoot(root as ShadowRoot));
        // What a function says of itself, the native one says; also of this one.
        patch(realm.Function.prototype, 'toString', undefined);
        realm.addEventListener(
          'load',
          ({ target }) => {
            const inner = (target as HTMLIFrameElement | null)?.contentWindow;
            if (inner) guardWindow(inner as Realm);
          },
          true,
        );
      }
    } catch {
      // Of another origin: its scripts are its own.
    }
    return guardFrames;
  };

  return {
    guardFrames: guardWindow(window as Realm),
    inspect(node) {
      if (ownership.isActive()) elements.inspect(node);
    },
  };
}
