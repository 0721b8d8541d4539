import { stat } from 'node:fs/promises';
import type { ConsentryConfig } from '@consentry/config';
import type { Catalogue } from '../adapter-catalogue.js';
import { forPages, readSite } from '../config-file.js';
import { type NoticeFile, noticeFiles } from '../notice/notice-files.js';
import { buildSite, type SiteBuild } from '../site-build/build-site.js';

/** A config file and what it builds, kept up with the file. */
export interface LiveBuild {
  /** The build of the file as it is now; of the last right one while it is wrong. */
  current(): Promise<LiveSite>;
}

/** What a server serves at one moment. */
interface LiveSite {
  readonly config: ConsentryConfig;
  readonly build: SiteBuild;
  /** The pages of its notice; none where we speak none of its languages. */
  readonly notice: readonly NoticeFile[];
}

/**
 * Builds the file now, rejecting if it is wrong, and again whenever it, its overlay or its notice document has changed by the time
 * somebody asks. A change that is wrong is reported once, and the last good build stays.
 */
export async function createLiveBuild(
  file: string,
  catalogue: Catalogue,
  report: (message: string) => void,
  /** Called with every build before it is in use. */
  keep: (build: SiteBuild) => Promise<void> = async () => {},
  environment?: string,
): Promise<LiveBuild> {
  let files: readonly string[] = [file];
  const changedAt = async () => {
    // A document that is gone is a change too; reading the site then says so.
    const times = files.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 'gone',
      ),
    );
    return (await Promise.all(times)).join();
  };
  const make = async (): Promise<LiveSite> => {
    const site = await readSite(file, catalogue, environment);
    files = site.files;
    const config = forPages(site);
    const build = await buildSite(config, catalogue);
    await keep(build);
    return { config, build, notice: noticeFiles(site, catalogue) };
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
