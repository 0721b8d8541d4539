import { CommandError } from '../../packages/cli/src/command-error.js';

/** What a command printed, and how it ended: without an exit code where it went well. Faults of ours are thrown on. */
export async function runCommand(command: (print: (line: string) => void) => Promise<void>) {
  const lines: string[] = [];
  const error = await command((line) => lines.push(line)).then(
    () => undefined,
    (reason) => reason,
  );
  if (error && !(error instanceof CommandError)) throw error;
  return { lines, message: error?.message as string, exitCode: error?.exitCode as number | undefined };
}
