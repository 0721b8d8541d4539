import { writeFile } from 'node:fs/promises';
import { CommandError } from './command-error.js';

/** Writes a file that is not there yet, or over it with `force`. Throws a {@link CommandError} that says why not. */
export async function writeNewFile(out: string, text: string, force: boolean): Promise<void> {
  try {
    await writeFile(out, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(
      code === 'EEXIST'
        ? `${out} is there already. Name another file with -o, or write over it with --force.`
        : `${out}: cannot be written (${code}).`,
      2,
    );
  }
}
