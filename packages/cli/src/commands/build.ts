import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { loadCatalogue } from '../adapter-catalogue.js';
import type { Progress } from '../command-line/command.js';
import { forPages, hasOwnNotice, NOTICE_PATH, readSite } from '../config-file.js';
import { noticeFiles } from '../notice/notice-files.js';
import { say } from '../say.js';
import { buildSite } from '../site-build/build-site.js';
import { hashOf } from '../site-build/file-list.js';
import { inlineBanners } from '../site-build/inline-banner.js';

/** Options of {@link build}. */
export interface BuildOptions {
  /** Also the banner as HTML. @default false */
  readonly inline?: boolean;
  /** Lays `consentry.<environment>.json` over the config. */
  readonly environment?: string | undefined;
  /** The manifest instead of sizes. @default false */
  readonly json?: boolean;
  readonly progress?: Progress;
}

/**
 * `consentry build FILE -o DIR`: writes a site's files, what they show, the notice that its banner leads to where there is a
 * document for it, and a manifest of them. With `inline` also the banner as HTML for the site's own template, and the hashes
 * that a policy needs for it.
 */
export async function build(
  file: string,
  folder: string,
  print: (line: string) => void,
  { inline = false, environment, json = false, progress = () => {} }: BuildOptions = {},
): Promise<void> {
  progress('Building');
  const catalogue = await loadCatalogue();
  const site = await readSite(file, catalogue, environment);
  const config = forPages(site);
  const notice = hasOwnNotice(site) ? noticeFiles(site, catalogue) : [];
  const { files, shown } = await buildSite(config, catalogue);
  const banners = inline ? await inlineBanners(config, catalogue) : {};
  await mkdir(join(folder, 'shown'), { recursive: true });
  for (const { name, content } of files) await writeFile(join(folder, name), content);
  for (const [hash, text] of Object.entries(shown))
    await writeFile(join(folder, 'shown', `${hash}.json`), text);
  if (notice[0]) await mkdir(join(folder, 'notice'), { recursive: true });
  for (const { name, content } of notice) await writeFile(join(folder, 'notice', name), content);
  const manifest = {
    site: config.site,
    files: files.map(({ name, content, integrity }) => ({
      name,
      bytes: Buffer.byteLength(content),
      integrity,
    })),
    shown: Object.keys(shown),
    ...(notice[0]
      ? {
          notice: notice.map(({ name, content }) => ({
            name,
            bytes: Buffer.byteLength(content),
            integrity: `sha256-${hashOf(content)}`,
          })),
        }
      : {}),
    ...(inline
      ? {
          inline: Object.entries(banners).map(([language, { style, script }]) => ({
            name: inlineName(language),
            language,
            style,
            script,
          })),
        }
      : {}),
  };
  for (const [language, { html }] of Object.entries(banners))
    await writeFile(join(folder, inlineName(language)), html);
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  if (json) return say(print, json, { folder, ...manifest }, []);
  progress('Weighing');
  for (const { name, content } of files)
    print(`${brotliSize(content).toString().padStart(7)} bytes brotli  ${join(folder, name)}`);
  if (notice[0])
    print(
      `The banner leads to ${NOTICE_PATH}: serve ${join(folder, 'notice')} there, or name another address in notice.url.`,
    );
}

const inlineName = (language: string) => `banner.${language}.html`;

/** Size after brotli at its highest quality, in bytes: what a careful host sends. */
export function brotliSize(content: string): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
