import { readFile } from 'node:fs/promises';
import { CommandError } from './command-error.js';

/** The text of a file that the command was given; its absence is the caller's mistake. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandError(`${file}: cannot be read (${(cause as NodeJS.ErrnoException).code}).`, 2);
  }
}

/** The JSON in a file. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file}: is not JSON.`, 1);
  }
}

/** Keys in a copy of a site's published ones; none when no file was named. */
export async function readKeys(file: string | undefined): Promise<unknown[]> {
  if (file === undefined) return [];
  const keys = ((await readJson(file)) as { keys?: unknown[] } | null)?.keys;
  if (!Array.isArray(keys)) throw new CommandError(`${file}: holds no keys; expected { "keys": [ … ] }.`, 2);
  return keys;
}
