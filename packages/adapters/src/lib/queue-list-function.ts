import type { PageWindow } from './page-window.js';
import type { QueueFunction } from './queue-function.js';

/** As `queueFunction`, for vendors whose snippet keeps each call as a list, and whose script replaces the function. */
export function queueListFunction(
  window: PageWindow,
  name: string,
  list: string,
  more: object = {},
): QueueFunction {
  const waiting: unknown[] = [];
  const made = (...call: unknown[]) => void waiting.push(call);
  window[name] ||= Object.assign(made, { [list]: waiting }, more);
  return window[name] as QueueFunction;
}
