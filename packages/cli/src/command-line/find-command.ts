import { withSuggestion } from '@consentry/config';
import { CommandError } from '../command-error.js';
import type { Command } from './command.js';
import { NOTICE_COMMANDS } from './notice-commands.js';
import { PROOF_COMMANDS } from './proof-commands.js';
import { SERVER_COMMANDS } from './server-commands.js';
import { SITE_COMMANDS } from './site-commands.js';
import { STORE_COMMANDS } from './store-commands.js';

/** Every command, in the order of the summary. */
export const COMMANDS: readonly Command[] = [
  ...SITE_COMMANDS,
  ...NOTICE_COMMANDS,
  ...SERVER_COMMANDS,
  ...PROOF_COMMANDS,
  ...STORE_COMMANDS,
];

/** A command, and what is named behind it. */
export interface FoundCommand {
  readonly command: Command;
  readonly named: readonly string[];
}

/** The command that the first word or the first two name. Throws a {@link CommandError} with the nearest right one. */
export function findCommand([first = '', second, ...rest]: readonly string[]): FoundCommand {
  const find = (name: string) => COMMANDS.find((command) => command.name === name);
  const longer = second === undefined ? undefined : find(`${first} ${second}`);
  if (longer) return { command: longer, named: rest };
  const command = find(first);
  if (command) return { command, named: second === undefined ? [] : [second, ...rest] };
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (!group[0]) {
    const words = [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0] as string))];
    throw unknown(first, words, `there are ${words.join(', ')}.`);
  }
  const said = second === undefined ? first : `${first} ${second}`;
  if (second === undefined) throw new CommandError(`"${first}" needs another word: ${group.join(', ')}.`, 2);
  throw unknown(said, group, `there is ${group.join(', ')}.`);
}

function unknown(said: string, right: readonly string[], others: string): CommandError {
  const { suggestion } = withSuggestion(said, right);
  const advice = suggestion ? `Did you mean "${suggestion}"?` : 'See consentry --help.';
  return new CommandError(`There is no command "${said}"; ${others} ${advice}`, 2);
}
