import type { Command } from './command.js';
import { COMMANDS } from './find-command.js';
import { OPTIONS, type OptionName } from './options.js';
import type { Paint } from './paint.js';

/** What the exit codes mean, the same for all commands. */
export const EXIT_CODES: readonly (readonly [code: number, says: string])[] = [
  [0, 'fine'],
  [1, 'something that was checked is wrong'],
  [2, 'called wrongly: an unknown option, a missing file, a server that does not answer'],
  [3, "a fault of Consentry's"],
  [130, 'stopped by Ctrl-C'],
];

/** What `consentry --help` prints. */
export function summaryHelp({ bold }: Paint): string {
  return [
    'consentry: consent and tracking, from one file, consentry.json (or .yaml)',
    '',
    bold('Commands'),
    ...columns(COMMANDS.map(({ name, says }) => [name, says])),
    '',
    'consentry COMMAND --help says more of one, with examples. All take --json.',
    '',
    bold('Exit codes'),
    ...columns(EXIT_CODES.map(([code, says]) => [`${code}`, says])),
    '',
    'Colours are for terminals; NO_COLOR turns them off, and FORCE_COLOR on.',
  ].join('\n');
}

/** What `consentry COMMAND --help` prints. */
export function commandHelp(command: Command, { bold }: Paint): string {
  const { usage, says, examples } = command;
  return [
    ...usage.map((form) => `consentry ${command.name} ${form}`.trim()),
    '',
    says,
    '',
    bold('Options'),
    ...columns(optionLines(command)),
    '',
    bold('Examples'),
    ...examples.flatMap(([call, what]) => [`  consentry ${call}`, `      ${what}`]),
    '',
    bold('Exit codes'),
    ...columns(exitCodes(command).map(([code, what]) => [`${code}`, what])),
  ].join('\n');
}

/** The same for programs. */
export function helpData(command: Command | undefined): object {
  if (!command)
    return {
      commands: COMMANDS.map(({ name, says }) => ({ name, says })),
      exitCodes: Object.fromEntries(EXIT_CODES),
    };
  const { name, usage, says, examples } = command;
  return {
    name,
    usage: usage.map((form) => `consentry ${name} ${form}`.trim()),
    says,
    options: optionLines(command).map(([option, what]) => ({ option, says: what })),
    examples: examples.map(([call, what]) => ({ call: `consentry ${call}`, says: what })),
    exitCodes: Object.fromEntries(exitCodes(command)),
  };
}

function exitCodes({ wrong }: Command): (readonly [number, string])[] {
  return EXIT_CODES.flatMap(([code, says]) =>
    code === 1 ? (wrong ? [[code, wrong] as const] : []) : [[code, says] as const],
  );
}

function optionLines({ options }: Command): [string, string][] {
  const own = Object.entries(options).map(([name, [value, says]]): [string, string] => {
    const { short } = OPTIONS[name as OptionName] as { readonly short?: string };
    return [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, says];
  });
  return [
    ...own,
    ['--json', 'one JSON document on standard output, and nothing else there'],
    ['-h, --help', 'this text'],
  ];
}

/** Two columns; a first one that is too long has a line of its own. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(26, Math.max(...rows.map(([first]) => first.length)));
  return rows.flatMap(([first, second]) =>
    first.length > width
      ? [`  ${first}`, `  ${''.padEnd(width)}  ${second}`]
      : [`  ${first.padEnd(width)}  ${second}`],
  );
}
