import { stat } from 'node:fs/promises';
import type { ConsentryConfig } from '@consentry/config';
import type { Catalogue } from '../adapter-catalogue.js';
import { readConfigFile } from '../config-file.js';
import { buildSite, type SiteBuild } from '../site-build/build-site.js';

/** A config file and what it builds, kept up with the file. */
export interface LiveBuild {
  /** The build of the file as it is now; of the last right one while it is wrong. */
  current(): Promise<{ readonly config: ConsentryConfig; readonly build: SiteBuild }>;
}

/**
 * Builds the file now, rejecting if it is wrong, and again whenever it has changed by the time somebody
 * asks. A change that is wrong is reported once, and the last good build stays.
 */
export async function createLiveBuild(
  file: string,
  catalogue: Catalogue,
  report: (message: string) => void,
  /** Called with every build before it is in use. */
  keep: (build: SiteBuild) => Promise<void> = async () => {},
): Promise<LiveBuild> {
  const changedAt = async () => (await stat(file)).mtimeMs;
  const make = async () => {
    const config = await readConfigFile(file, catalogue);
    const build = await buildSite(config, catalogue);
    await keep(build);
    return { config, build };
  };
  let good = await make();
  let seen = await changedAt();
  let building: Promise<void> | undefined;
  const renew = async () => {
    try {
      const now = await changedAt();
      if (now === seen) return;
      seen = now;
      good = await make();
      report(`${file} has changed and is in use.`);
    } catch (error) {
      report(`${error instanceof Error ? error.message : error}\nThe last good config stays in use.`);
    }
  };
  return {
    async current() {
      building ??= renew().finally(() => {
        building = undefined;
      });
      await building;
      return good;
    },
  };
}
