import { createSurface } from '@consentry/widget/surface';
import { Fragment, h, render } from 'preact';
import type { HandOver } from './file-loader.js';

/** Leaves the modules for the preferences' file that it does not contain itself: they would weigh twice. */
export function shareWithPreferences(shared: HandOver['shared']): void {
  shared.preact = { h, render, Fragment };
  shared.surface = { createSurface };
}
