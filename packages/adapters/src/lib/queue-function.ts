import type { PageWindow } from './page-window.js';

/** A function of the page whose calls wait, with what else a vendor keeps on it. */
export interface QueueFunction {
  (...args: unknown[]): void;
  [property: string]: unknown;
}

/**
 * Makes the global function that a vendor's snippet makes: calls wait as `arguments` objects in a list on the function
 * itself, until the script has put its own function at `handler`. One that is there already stays.
 */
export function queueFunction(
  window: PageWindow,
  name: string,
  list = 'q',
  handler = '',
  more: object = {},
): QueueFunction {
  const waiting: unknown[] = [];
  const made = function call() {
    const run = made[handler] as ((...args: unknown[]) => void) | undefined;
    // biome-ignore lint/complexity/noArguments: vendors tell a call by its being an `arguments` object
    const args = arguments;
    if (run) run.apply(made, args as unknown as unknown[]);
    else waiting.push(args);
  } as QueueFunction;
  return (window[name] ||= Object.assign(made, { [list]: waiting }, more)) as QueueFunction;
}
