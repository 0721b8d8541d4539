/** How a file is written: by its name. */
export type Format = 'json' | 'yaml';

/** A file's text, and how it is written. */
export interface SourceText {
  readonly text: string;
  /** @default "json" */
  readonly format?: Format;
}

/** Where something stands, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a text holds, and where. */
export interface Source {
  readonly data: unknown;
  /** How many of the path's parts are there, and where the last of them stands. */
  readonly find: (path: readonly string[]) => { readonly depth: number; readonly place: Place };
}

/** What keeps a text from being read at all. */
export interface SourceFault extends Place {
  readonly expected: string;
}

/** The format that a file's name says: YAML for `.yaml` and `.yml`, JSON for everything else. */
export function formatOf(file: string): Format {
  return /\.ya?ml$/i.test(file) ? 'yaml' : 'json';
}

/** Line and column of a place in a text. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}
