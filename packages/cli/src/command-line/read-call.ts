import { parseArgs } from 'node:util';
import { withSuggestion } from '@consentry/config';
import { CommandError } from '../command-error.js';
import type { Command, Values } from './command.js';
import { type FoundCommand, findCommand } from './find-command.js';
import { OPTIONS, type OptionName } from './options.js';

/** What a command line asks for: a command, or without one the summary. */
export interface ReadCall extends Partial<FoundCommand> {
  readonly values: Values;
}

/** Takes a command line apart. Throws a {@link CommandError} for what there is not, with the nearest that there is. */
export function readCall(args: readonly string[]): ReadCall {
  // Where the words end depends on which options have values, and which do on the command: a look, and then a reading.
  const { positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
  });
  const command = positionals[0] === undefined ? undefined : findCommand(positionals).command;
  const options = optionsOf(command);
  refuseUnknown(args, options, command);
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true });
    const values = read.values as Values;
    return command ? { ...findCommand(read.positionals), values } : { values };
  } catch (error) {
    const [message = ''] = (error as Error).message.split('\n');
    throw new CommandError(`${message.replace(/\.?$/, '.')} ${advice(command)}`, 2);
  }
}

/** Whether JSON is asked for, also by a command line that cannot be read. */
export function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).includes('--json');
}

type ParsedOptions = Record<string, { type: 'string' | 'boolean'; short?: string; multiple?: boolean }>;

function optionsOf(command: Command | undefined): ParsedOptions {
  const names = ['help', 'json', ...Object.keys(command?.options ?? {})] as OptionName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      command?.switches?.includes(name) ? { type: 'boolean' as const } : { ...OPTIONS[name] },
    ]),
  );
}

function refuseUnknown(args: readonly string[], options: ParsedOptions, command: Command | undefined): void {
  const { tokens } = parseArgs({
    ...{ args: [...args], options, strict: false, allowPositionals: true, tokens: true },
  });
  for (const token of tokens) {
    if (token.kind !== 'option' || Object.hasOwn(options, token.name)) continue;
    const { suggestion } = withSuggestion(token.name, Object.keys(options));
    throw new CommandError(
      `${command ? `consentry ${command.name}` : 'consentry'} has no ${token.rawName}.${suggestion ? ` Did you mean --${suggestion}?` : ''} ${advice(command)}`,
      2,
    );
  }
}

const advice = (command: Command | undefined) => `See consentry ${command ? `${command.name} ` : ''}--help.`;
