import { createInterface } from 'node:readline/promises';
import { CommandError } from './command-error.js';
import type { Ask } from './commands/init.js';

/** Takes what is offered, for scripts and for people who are in a hurry. */
export const takeDefaults: Ask = async (_, otherwise) => otherwise;

/** Asks whoever sits at the terminal; takes what is offered where nobody does. */
export async function withTerminal<Result>(use: (ask: Ask) => Promise<Result>): Promise<Result> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return use(takeDefaults);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // A question that is interrupted is never answered, and the process would end as if all were well.
  terminal.once('SIGINT', () => {
    process.stderr.write('\n');
    process.exit(130);
  });
  const left = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new CommandError('No answer: nothing was written.', 2)));
  });
  left.catch(() => {}); // closed at the end, when nobody waits for an answer
  try {
    return await use(async (question, otherwise) => {
      const asked = terminal.question(`${question}${otherwise ? ` [${otherwise}]` : ''}: `);
      const answer = await Promise.race([asked, left]);
      return answer.trim() || otherwise;
    });
  } finally {
    terminal.close();
  }
}
