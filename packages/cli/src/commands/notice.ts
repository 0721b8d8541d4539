import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffNotice, type NoticeFacts, noticeFacts } from '@consentry/config';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readSite } from '../config-file.js';
import type { Section } from '../notice/blocks.js';
import { changedSection } from '../notice/changed-section.js';
import { comparePublished, type Drift } from '../notice/compare-published.js';
import { NOTICE_FORMATS, type NoticeFile, type NoticeFormat, noticeFiles } from '../notice/notice-files.js';
import { noticeLanguages, PAGE_KINDS } from '../notice/notice-pages.js';
import { readFacts } from '../notice/read-facts.js';
import { readPublished } from '../notice/read-published.js';
import type { Speaker } from '../notice/speaker.js';

/** Options of {@link notice}, as they stand on the command line. */
export interface NoticeOptions {
  /** Lays `consentry.<environment>.json` over the config. */
  readonly environment?: string | undefined;
  readonly out?: string | undefined;
  readonly format?: string | undefined;
  readonly language?: string | undefined;
  readonly only?: string | undefined;
  /** Folder, file or address of what is published. */
  readonly check?: string | undefined;
  readonly json?: boolean | undefined;
  /** A config or record; the privacy notice tells what has changed since. */
  readonly since?: string | undefined;
  /** Fetches what is published at an address. @default global fetch */
  readonly fetch?: typeof fetch;
}

/**
 * `consentry notice FILE`: writes the pages of a site's notice into a folder, or compares them with what is published. Throws
 * a {@link CommandError} of code 1 when that has drifted.
 */
export async function notice(
  file: string,
  options: NoticeOptions,
  print: (line: string) => void,
): Promise<void> {
  const { out, check, json = false } = options;
  if (!out === !check)
    throw new CommandError('Write where? -o DIR; or compare with what? --check PUBLISHED.', 2);
  const format = oneOf('--format', options.format ?? formatOf(check), NOTICE_FORMATS);
  const only = options.only === undefined ? undefined : oneOf('--only', options.only, PAGE_KINDS);
  const catalogue = await loadCatalogue();
  const source = await readSite(file, catalogue, options.environment);
  const languages = noticeLanguages(source);
  const language =
    options.language === undefined ? undefined : oneOf('--language', options.language, languages);
  if (only === 'privacy' && !source.document)
    throw new CommandError(`${file}: a privacy notice needs "notice": { "document": … }.`, 1);
  if (languages.length === 0)
    throw new CommandError(`${file}: pages are made in en and ja, and "languages" has neither.`, 1);
  const since = options.since === undefined ? undefined : await readFacts(options.since, catalogue);
  const changed = since && changesSince(since, noticeFacts(source.config, source.document, catalogue));
  const files = noticeFiles(source, catalogue, { format, language, only, ...(changed ? { changed } : {}) });
  if (check) return compare(files, check, { json, fetch: options.fetch ?? fetch }, print);
  await mkdir(out as string, { recursive: true });
  for (const { name, content } of files) await writeFile(join(out as string, name), content);
  if (json)
    print(
      JSON.stringify(
        { files: files.map(({ name, hash }) => ({ name, ...(hash ? { hash } : {}) })) },
        null,
        2,
      ),
    );
  else for (const { name } of files) print(join(out as string, name));
}

/** The section about what is new, for each language. */
function changesSince(before: NoticeFacts, after: NoticeFacts): (speaker: Speaker) => Section[] {
  const { changes } = diffNotice(before, after);
  return (speaker) => changedSection(changes, [...after.tools, ...before.tools], speaker);
}

function formatOf(published = ''): NoticeFormat {
  return NOTICE_FORMATS.find((format) => published.endsWith(`.${format}`)) ?? 'html';
}

function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find((one) => one === value);
  if (found === undefined)
    throw new CommandError(`${option}: is "${value}"; expected one of ${values.join(', ')}.`, 2);
  return found;
}

interface Comparison {
  readonly json: boolean;
  readonly fetch: typeof fetch;
}

async function compare(
  files: readonly NoticeFile[],
  published: string,
  options: Comparison,
  print: (line: string) => void,
): Promise<void> {
  const pages = files.filter(({ hash }) => hash !== undefined);
  const drifts: Drift[] = [];
  for (const { file, content } of await readPublished(pages, published, options.fetch)) {
    const drift = comparePublished(file, content);
    if (drift) drifts.push(drift);
  }
  if (options.json) print(JSON.stringify({ same: drifts.length === 0, drifts }, null, 2));
  else for (const drift of drifts) for (const line of describe(drift)) print(line);
  if (drifts.length > 0)
    throw new CommandError(
      `${published}: ${drifts.length === 1 ? '1 page does' : `${drifts.length} pages do`} not tell what the config says.`,
      1,
    );
  if (!options.json) print(`${published} tells what the config says.`);
}

const SAID: Record<Drift['kind'], string> = {
  missing: 'is not published',
  outdated: 'was made from another config or document',
  edited: 'was changed after it was made',
  foreign: 'carries no hash: it was not made by consentry notice, or that was taken out',
};

function describe({ name, kind, published, expected }: Drift): string[] {
  return [
    `${name} ${SAID[kind]}.`,
    ...published.map((line) => `  published  ${line}`),
    ...expected.map((line) => `  config     ${line}`),
  ];
}
