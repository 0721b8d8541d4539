import type { OPTIONS, OptionName } from './options.js';

/** The options of a call, as they were given. */
export type Values = {
  readonly [Name in OptionName]?: (typeof OPTIONS)[Name] extends { readonly multiple: true }
    ? string[]
    : (typeof OPTIONS)[Name] extends { readonly type: 'boolean' }
      ? boolean
      : string;
};

/** Says on a terminal what takes so long; the text is put before the seconds it has taken. */
export type Progress = (doing: string) => void;

/** One call of a command. */
export interface Call {
  readonly values: Values;
  /** What was named behind the command. */
  readonly named: readonly string[];
  /** One JSON document is wanted, and nothing else. */
  readonly json: boolean;
  readonly print: (line: string) => void;
  readonly progress: Progress;
}

/** An option of a command: what stands for its value (empty for a switch), and what it means. */
export type OptionHelp = readonly [value: string, says: string];

/** A command: what its help says, and what it does. */
export interface Command {
  /** One word or two: `"notice diff"`. */
  readonly name: string;
  /** The ways to call it, without `consentry` and its name. */
  readonly usage: readonly string[];
  /** What it is for, in one line. */
  readonly says: string;
  readonly options: Readonly<Partial<Record<OptionName, OptionHelp>>>;
  /** Options that are switches here, though they have a value elsewhere. */
  readonly switches?: readonly OptionName[];
  /** Whole calls without `consentry`, and what each does. */
  readonly examples: readonly (readonly [call: string, says: string])[];
  /** What exit code 1 means here; nothing where it cannot come. */
  readonly wrong?: string;
  readonly run: (call: Call) => Promise<void>;
}

/** For commands that read a config. */
export const ENV: OptionHelp = ['NAME', 'lay consentry.NAME.json (or .yaml) over the config'];
/** For commands that read a server's data. */
export const PLACE = {
  data: ['FOLDER', "the folder of the server's data; .consentry if left out"],
  store: ['postgres://…', 'the PostgreSQL database, where records are in one'],
} as const satisfies Record<string, OptionHelp>;
