import { CommandError } from '../command-error.js';
import { commandHelp, helpData, summaryHelp } from './help-text.js';
import { createPaint, hasColours, paintLine } from './paint.js';
import { createProgress } from './progress.js';
import { readCall, wantsJson } from './read-call.js';

/** A stream of a process, as far as it is used. */
export interface OutputStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What a command line runs on. */
export interface Shell {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a command line, and answers its exit code. Results go to `stdout`, everything else to `stderr`; with `--json` there
 * is one JSON document on `stdout`, also when the command fails.
 */
export async function run(args: readonly string[], { stdout, stderr, env }: Shell): Promise<number> {
  const json = wantsJson(args);
  const paint = createPaint(!json && hasColours(stdout, env));
  const { progress, clear, end } = createProgress({
    stream: stderr,
    now: Date.now,
    every: (show, ms) => {
      const timer = setInterval(show, ms).unref();
      return { stop: () => clearInterval(timer) };
    },
  });
  let hasPrinted = false;
  const print = (line: string) => {
    clear();
    hasPrinted = true;
    stdout.write(`${json ? line : paintLine(line, paint)}\n`);
  };
  try {
    const { command, named = [], values } = readCall(args);
    if (!command || values.help) {
      if (json) print(JSON.stringify(helpData(command), null, 2));
      else print(command ? commandHelp(command, paint) : summaryHelp(paint));
      return values.help ? 0 : 2;
    }
    await command.run({ values, named, json, print, progress });
    return 0;
  } catch (error) {
    clear();
    const isOurs = !(error instanceof CommandError);
    const message = error instanceof Error ? error.message : String(error);
    const exitCode = isOurs ? 3 : error.exitCode;
    // What was printed says already what is wrong; a second document would make it unreadable.
    if (json && !hasPrinted)
      print(JSON.stringify({ error: { exitCode, message, ...(isOurs ? {} : error.details) } }, null, 2));
    const { red } = createPaint(hasColours(stderr, env));
    const trace = error instanceof Error ? (error.stack ?? message) : message;
    stderr.write(
      isOurs
        ? `${red('A fault of Consentry:')} ${trace}\nPlease report it.\n`
        : `${message.replace(/^[^\n]*/, (line) => red(line))}\n`,
    );
    return exitCode;
  } finally {
    end();
  }
}
