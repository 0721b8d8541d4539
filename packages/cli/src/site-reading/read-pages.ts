import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../command-error.js';
import { type ReadPage, readPage } from './read-tags.js';

const MOST_FILES = 500;
const MOST_BYTES = 5_000_000;
const TIMEOUT_MS = 15_000;

/** The pages at an address, in a file or in a folder and below it. Throws a {@link CommandError} where there are none. */
export async function readPages(from: string): Promise<ReadPage[]> {
  if (/^https?:\/\//i.test(from)) return [await fetchPage(from)];
  const kind = await stat(from).catch(() => undefined);
  if (!kind) throw new CommandError(`${from}: there is no such file or folder.`, 2);
  const files = kind.isDirectory() ? await htmlFiles(from) : [from];
  if (files.length === 0) throw new CommandError(`${from}: there is no .html file in it.`, 2);
  const pages: ReadPage[] = [];
  for (const file of files.slice(0, MOST_FILES)) pages.push(readPage(await readFile(file, 'utf8')));
  return pages;
}

async function fetchPage(address: string): Promise<ReadPage> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`the answer is ${response.status}`);
    const text = await response.text();
    if (text.length > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES} characters`);
    return readPage(text, response.url || address);
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    throw new CommandError(`${address}: cannot be read (${cause?.code ?? message}).`, 2);
  }
}

async function htmlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](node_modules|\.git)[\\/]/.test(file))
    .sort();
}
