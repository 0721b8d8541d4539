import { h, render } from 'preact';
import type { HandOver } from './file-loader.js';

/** Leaves Preact for the preferences' file, where it would weigh a second time. */
export function shareWithPreferences(shared: HandOver['shared']): void {
  shared.preact = { h, render };
}
