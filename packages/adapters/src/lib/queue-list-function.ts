import type { PageWindow } from './page-window.js';
import type { QueueFunction } from './queue-function.js';

/**
 * As `queueFunction`, for vendors whose snippet keeps each call as a list, and whose script replaces the function. One
 * that is there already stays, but for the boot's: its calls are taken over.
 */
export function queueListFunction(
  window: PageWindow,
  name: string,
  list: string,
  more: object = {},
): QueueFunction {
  const before = window[name] as QueueFunction | undefined;
  if (before && !before.early) return before;
  const waiting = ((before?.early ?? []) as IArguments[]).map((call) => Array.from(call));
  const made = (...call: unknown[]) => void waiting.push(call);
  return (window[name] = Object.assign(made, { [list]: waiting }, more) as QueueFunction);
}
