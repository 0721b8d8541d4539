import { createInterface } from 'node:readline/promises';
import type { Ask } from './commands/init.js';

/** Takes what is offered, for scripts and for people who are in a hurry. */
export const takeDefaults: Ask = async (_, otherwise) => otherwise;

/** Asks whoever sits at the terminal; takes what is offered where nobody does. */
export async function withTerminal<Result>(use: (ask: Ask) => Promise<Result>): Promise<Result> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return use(takeDefaults);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await use(async (question, otherwise) => {
      const answer = await terminal.question(`${question}${otherwise ? ` [${otherwise}]` : ''}: `);
      return answer.trim() || otherwise;
    });
  } finally {
    terminal.close();
  }
}
