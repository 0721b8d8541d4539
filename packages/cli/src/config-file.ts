import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compileDefinition } from '@consentry/browser/compile';
import {
  type ConsentryConfig,
  formatOf,
  formatProblem,
  type NoticeDocument,
  type PlacedProblem,
  pageConfig,
  parseConfig,
  parseNotice,
} from '@consentry/config';
import { ConsentryError, checkSite } from '@consentry/core';
import type { Catalogue } from './adapter-catalogue.js';
import { CommandError } from './command-error.js';
import { overlayOf } from './config-names.js';

/** A config, and the notice document it names. */
export interface SiteFiles {
  readonly config: ConsentryConfig;
  readonly document?: NoticeDocument;
  /** Every file that was read for it. */
  readonly files: readonly string[];
}

/**
 * Reads and checks a config file for the page's script: without vendors that work in mails, and with the address of the
 * notice. Throws a {@link CommandError} whose message lists every mistake.
 *
 * @param environment lays `consentry.<environment>.json` over it
 */
export async function readConfigFile(
  file: string,
  catalogue: Catalogue,
  environment?: string,
): Promise<ConsentryConfig> {
  return forPages(await readSite(file, catalogue, environment));
}

/** Reads and checks a config file and its notice document, whole. Throws as {@link readConfigFile} does. */
export async function readSite(file: string, catalogue: Catalogue, environment?: string): Promise<SiteFiles> {
  const above = environment === undefined ? undefined : await overlayOf(file, environment);
  const overlay = above === undefined ? undefined : { text: await read(above), format: formatOf(above) };
  const options = { format: formatOf(file), overlay };
  const { config, problems } = parseConfig(await read(file), catalogue, options);
  if (problems) throw mistakes(file, problems, above);
  const files = above === undefined ? [file] : [file, above];
  try {
    checkSite(compileDefinition(pageConfig(config), catalogue));
  } catch (error) {
    if (error instanceof ConsentryError) throw new CommandError(`${file}: ${error.message}`, 1);
    throw error;
  }
  const name = config.notice?.document;
  if (name === undefined) return { config, files };
  const path = join(dirname(file), name);
  const text = await read(path, `${file}: notice.document names `);
  const parsed = parseNotice(text, config, formatOf(path));
  if (parsed.problems) throw mistakes(path, parsed.problems);
  return { config, document: parsed.document, files: [...files, path] };
}

/** Whether the banner leads to the pages that are made of the notice document, and not to an address of the site's own. */
export function hasOwnNotice({ config, document }: Pick<SiteFiles, 'config' | 'document'>): boolean {
  return document !== undefined && config.notice?.url === undefined;
}

/** What the page's script is made from. */
export function forPages(site: Pick<SiteFiles, 'config' | 'document'>): ConsentryConfig {
  const { config, document } = site;
  const page = pageConfig(config);
  if (!document || !hasOwnNotice(site)) return page;
  const [main] = document.languages as [string];
  const url = Object.fromEntries(
    config.languages.map((language) => [
      language,
      noticePath(document.languages.includes(language) ? language : main),
    ]),
  );
  return { ...page, notice: { ...page.notice, url } };
}

/** Where a site has the pages of its notice; `consentry serve` does. */
export const NOTICE_PATH = '/consentry/notice/';
const noticePath = (language: string) => `${NOTICE_PATH}privacy.${language}.html`;

async function read(file: string, before = ''): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CommandError(
      `${before}${file}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}.`,
      2,
    );
  }
}

function mistakes(file: string, problems: readonly PlacedProblem[], overlay = file): CommandError {
  const lines = problems.map((problem) => {
    const { line, column, inOverlay } = problem;
    return `${inOverlay ? overlay : file}:${line}:${column}: ${formatProblem(problem)}`;
  });
  return new CommandError(
    `${lines.join('\n')}\n${lines.length === 1 ? '1 mistake' : `${lines.length} mistakes`} found.`,
    1,
    { problems: problems.map(({ inOverlay, ...each }) => ({ file: inOverlay ? overlay : file, ...each })) },
  );
}
