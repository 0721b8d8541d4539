import { handOver } from './hand-over.js';
import { type KeepRecords, type ShownHashes, startDeciding } from './start-deciding.js';

export { keepRecords } from './keep-records.js';

/**
 * The whole of the file that decides. `preferences` is the hash of the preferences' file, `shown` the hashes of what
 * builds know to be shown; `keepRecords` is left out where a site keeps none, and weighs nothing then.
 */
export function decideFile(preferences: string, shown: ShownHashes, keepRecords?: KeepRecords): void {
  handOver().deliver((host) => {
    host.files.preferences = preferences;
    return startDeciding(host, shown, keepRecords);
  });
}
