import type { HandOver } from './file-loader.js';

/** What the boot left on the element of the script that is running. Called while the file runs, not later. */
export function handOver(): HandOver {
  return (document.currentScript as unknown as { consentry: HandOver }).consentry;
}
