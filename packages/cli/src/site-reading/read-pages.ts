import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../command-error.js';
import { type ReadPage, readPage } from './read-tags.js';

const MOST_FILES = 500;
const MOST_BYTES = 5_000_000;
const TIMEOUT_MS = 15_000;

/** The text of a page or file, and where it was found. */
export interface FoundText {
  readonly name: string;
  readonly text: string;
  /** Address that those in it are relative to, where it has one. */
  readonly base?: string;
}

/** The pages at an address, in a file or in a folder and below it. Throws a {@link CommandError} where there are none. */
export async function readPages(from: string): Promise<ReadPage[]> {
  return (await readTexts(from, /\.html?$/i)).map(({ text, base }) => readPage(text, base));
}

/** The texts there, of a folder only files of these endings. Throws a {@link CommandError} where there are none. */
export async function readTexts(from: string, endings: RegExp): Promise<FoundText[]> {
  if (/^https?:\/\//i.test(from)) return [await fetchText(from)];
  const kind = await stat(from).catch(() => undefined);
  if (!kind) throw new CommandError(`${from}: there is no such file or folder.`, 2);
  const files = kind.isDirectory() ? await filesIn(from, endings) : [from];
  if (files.length === 0) throw new CommandError(`${from}: there is no .html file in it.`, 2);
  const texts: FoundText[] = [];
  for (const name of files.slice(0, MOST_FILES)) texts.push({ name, text: await readFile(name, 'utf8') });
  return texts;
}

async function fetchText(address: string): Promise<FoundText> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`the answer is ${response.status}`);
    const text = await response.text();
    if (text.length > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES} characters`);
    const base = response.url || address;
    return { name: new URL(base).pathname, text, base };
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    throw new CommandError(`${address}: cannot be read (${cause?.code ?? message}).`, 2);
  }
}

async function filesIn(folder: string, endings: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](node_modules|\.git)[\\/]/.test(file))
    .sort();
}
