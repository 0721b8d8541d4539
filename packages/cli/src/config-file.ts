import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compileDefinition } from '@consentry/browser/compile';
import {
  type ConsentryConfig,
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

/** A config, and the notice document it names. */
export interface SiteFiles {
  readonly config: ConsentryConfig;
  readonly document?: NoticeDocument;
}

/**
 * Reads and checks a config file for the page's script: without vendors that work in mails, and with the address of the
 * notice. Throws a {@link CommandError} whose message lists every mistake.
 */
export async function readConfigFile(file: string, catalogue: Catalogue): Promise<ConsentryConfig> {
  return forPages(await readSite(file, catalogue));
}

/** Reads and checks a config file and its notice document, whole. Throws as {@link readConfigFile} does. */
export async function readSite(file: string, catalogue: Catalogue): Promise<SiteFiles> {
  const { config, problems } = parseConfig(await read(file), catalogue);
  if (problems) throw mistakes(file, problems);
  try {
    checkSite(compileDefinition(pageConfig(config), catalogue));
  } catch (error) {
    if (error instanceof ConsentryError) throw new CommandError(`${file}: ${error.message}`, 1);
    throw error;
  }
  const name = config.notice?.document;
  if (name === undefined) return { config };
  const path = join(dirname(file), name);
  const parsed = parseNotice(await read(path, `${file}: notice.document names `), config);
  if (parsed.problems) throw mistakes(path, parsed.problems);
  return { config, document: parsed.document };
}

/** What the page's script is made from. */
export function forPages({ config, document }: SiteFiles): ConsentryConfig {
  const page = pageConfig(config);
  if (!document || page.notice?.url !== undefined) return page;
  const [main] = document.languages as [string];
  const url = Object.fromEntries(
    config.languages.map((language) => [
      language,
      noticePath(document.languages.includes(language) ? language : main),
    ]),
  );
  return { ...page, notice: { ...page.notice, url } };
}

/** Where `consentry serve` has the notice in a language. */
const noticePath = (language: string) => `/consentry/notice/privacy.${language}.html`;

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

function mistakes(file: string, problems: readonly PlacedProblem[]): CommandError {
  const lines = problems.map(
    (problem) => `${file}:${problem.line}:${problem.column}: ${formatProblem(problem)}`,
  );
  return new CommandError(
    `${lines.join('\n')}\n${lines.length === 1 ? '1 mistake' : `${lines.length} mistakes`} found.`,
    1,
  );
}
