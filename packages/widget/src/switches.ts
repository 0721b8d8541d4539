import type { ConsentSnapshot } from '@consentry/core';
import type { PreferencesContent } from './content.js';

/** The dialog's switches as the visitor has set them, before anything is decided. */
export interface Switches {
  isOn(id: string): boolean;
  /** Whether there is anything to decide: not for exempt purposes, nor for vendors of those alone. */
  canDecide(id: string): boolean;
  /** Turns a switch; a purpose takes its vendors along. */
  turn(id: string): void;
  /** Every purpose, and the vendors that differ from theirs, as choices for one decision. */
  choices(): Record<string, 'grant' | 'deny'>;
  /** Forgets what was turned. */
  reset(): void;
}

/** Switches that start from what is allowed, so under `opt-in` nothing is on that was not granted. */
export function createSwitches(
  { purposes, vendors }: PreferencesContent,
  read: () => ConsentSnapshot,
): Switches {
  let turned = new Map<string, boolean>();
  const isOn = (id: string) => turned.get(id) ?? read().entries[id]?.allowed === true;
  const canDecide = (id: string) => read().entries[id]?.status !== undefined;
  return {
    isOn,
    canDecide,
    turn(id) {
      turned.set(id, !isOn(id));
      for (const vendor of vendors) {
        if (vendor.purposes.includes(id)) turned.set(vendor.id, vendor.purposes.every(isOn));
      }
    },
    choices() {
      const differing = vendors.filter((vendor) => isOn(vendor.id) !== vendor.purposes.every(isOn));
      return Object.fromEntries(
        [...purposes, ...differing]
          .filter(({ id }) => canDecide(id))
          .map(({ id }) => [id, isOn(id) ? 'grant' : 'deny']),
      );
    },
    reset() {
      turned = new Map();
    },
  };
}
