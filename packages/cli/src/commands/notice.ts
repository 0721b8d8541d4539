import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readSite } from '../config-file.js';
import type { PageKind } from '../notice/blocks.js';
import { comparePublished, type Drift } from '../notice/compare-published.js';
import { NOTICE_FORMATS, type NoticeFile, type NoticeFormat, noticeFiles } from '../notice/notice-files.js';
import { noticeLanguages, PAGE_KINDS } from '../notice/notice-pages.js';

/** Options of {@link notice}, as they stand on the command line. */
export interface NoticeOptions {
  readonly out?: string | undefined;
  readonly format?: string | undefined;
  readonly language?: string | undefined;
  readonly only?: string | undefined;
  /** Folder, file or address of what is published. */
  readonly check?: string | undefined;
  readonly json?: boolean | undefined;
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
  const source = await readSite(file, catalogue);
  const languages = noticeLanguages(source);
  const language =
    options.language === undefined ? undefined : oneOf('--language', options.language, languages);
  if (only === 'privacy' && !source.document)
    throw new CommandError(`${file}: a privacy notice needs "notice": { "document": … }.`, 1);
  if (languages.length === 0)
    throw new CommandError(`${file}: pages are made in en and ja, and "languages" has neither.`, 1);
  const files = noticeFiles(source, catalogue, { format, language, only });
  if (check) return compare(files, check, { json, only, fetch: options.fetch ?? fetch }, print);
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
  readonly only: PageKind | undefined;
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
  for (const { file, content } of await readPublished(pages, published, options)) {
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

/** What is published of each page that can be found there. */
async function readPublished(
  pages: readonly NoticeFile[],
  published: string,
  { fetch }: Comparison,
): Promise<{ file: NoticeFile; content: string | undefined }[]> {
  const remote = /^https?:\/\//.test(published);
  if (remote ? published.endsWith('/') : await isFolder(published))
    return Promise.all(
      pages.map(async (file) => ({
        file,
        content: remote
          ? await fetchText(new URL(file.name, published).href, fetch, true)
          : await readFile(join(published, file.name), 'utf8').catch(() => undefined),
      })),
    );
  const content = remote ? await fetchText(published, fetch, false) : await readOne(published);
  // A page may have any name; what it tells says which it is.
  const marked = /data-consentry-notice\s*=\s*["']?([\w.-]+)|<!-- consentry-notice (\S+)/.exec(content ?? '');
  const id = marked?.[1] ?? marked?.[2] ?? basename(published).replace(/\.\w+$/, '');
  const file =
    pages.find(({ name }) => name.startsWith(`${id}.`)) ?? (pages.length === 1 ? pages[0] : undefined);
  if (!file)
    throw new CommandError(
      `${published}: which page is it? Name it with --only and --language, or keep data-consentry-notice in it.`,
      2,
    );
  return [{ file, content }];
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function readOne(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${path}: cannot be read (${cause.code}).`, 2);
  });
}

const PATIENCE_MS = 10_000;
const MOST_BYTES = 5_000_000;

async function fetchText(
  url: string,
  fetchPage: typeof fetch,
  mayBeMissing: boolean,
): Promise<string | undefined> {
  let answer: Response;
  let body: ArrayBuffer;
  try {
    answer = await fetchPage(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    body = await answer.arrayBuffer();
  } catch (cause) {
    throw new CommandError(`${url}: cannot be fetched (${(cause as Error).message}).`, 2);
  }
  if (answer.status === 404 && mayBeMissing) return undefined;
  if (!answer.ok) throw new CommandError(`${url}: answered ${answer.status}.`, 2);
  if (body.byteLength > MOST_BYTES) throw new CommandError(`${url}: is larger than ${MOST_BYTES} bytes.`, 2);
  return new TextDecoder().decode(body);
}
