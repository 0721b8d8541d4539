import type { PageWindow } from './page-window.js';

/** A list with methods that put themselves into it. */
export type QueueMethods = unknown[] & Record<string, (...args: unknown[]) => void>;

/**
 * Makes the global list that a vendor's snippet makes: each of its methods (their names in one text, a space between
 * them) puts `[name, ...arguments]` into it, until the script replaces the list. Methods it has already stay.
 */
export function queueMethods(window: PageWindow, name: string, methods: string): QueueMethods {
  const list = (window[name] ||= []) as QueueMethods;
  for (const method of methods.split(' ')) list[method] ||= (...args) => void list.push([method, ...args]);
  return list;
}
