import type { ConsentState } from '@consentry/core';
import { type Gate, type GateOptions, startGate } from './gate.js';
import { createScriptPolicy } from './trusted-types.js';

/**
 * {@link startGate} for a page that has no policy for scripts yet: makes one, unless `options` has it. What could not be released or
 * loaded is told to `console.error`, unless they say otherwise.
 */
export function createGate(
  state: Pick<ConsentState, '$consent' | 'isAllowed' | 'refresh'>,
  {
    window = globalThis.window,
    policy = createScriptPolicy(window),
    onError = console.error,
    ...options
  }: Partial<GateOptions> = {},
): Gate {
  return startGate(state, { ...options, window, policy, onError });
}
