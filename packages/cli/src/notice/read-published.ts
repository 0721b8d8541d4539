import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CommandError } from '../command-error.js';
import type { NoticeFile } from './notice-files.js';

/** What is published of each page that can be found there. */
export async function readPublished(
  pages: readonly NoticeFile[],
  published: string,
  fetchPage: typeof fetch,
): Promise<{ file: NoticeFile; content: string | undefined }[]> {
  const remote = /^https?:\/\//.test(published);
  if (remote ? published.endsWith('/') : await isFolder(published))
    return Promise.all(
      pages.map(async (file) => ({
        file,
        content: remote
          ? await fetchText(new URL(file.name, published).href, fetchPage, true)
          : await readFile(join(published, file.name), 'utf8').catch(() => undefined),
      })),
    );
  const content = remote ? await fetchText(published, fetchPage, false) : await readOne(published);
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
