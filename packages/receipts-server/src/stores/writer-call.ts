import type { SqliteWriter } from './sqlite-writer.js';

/** Parts of the writer that have methods of their own. */
export type WriterPart = 'deliveries' | 'log' | 'people' | 'tokens' | 'transfer' | 'counters' | 'sightings';

/** What can be asked of the writer: its own methods, and those of its parts. */
export type WriterMethod =
  | Exclude<keyof SqliteWriter, WriterPart>
  | { [Part in WriterPart]: `${Part}.${keyof SqliteWriter[Part] & string}` }[WriterPart];

/** A call of one of the writer's methods, as it travels to the thread. */
export interface WriterCall {
  readonly number: number;
  readonly method: WriterMethod;
  readonly argument: unknown;
}

/** Does what a call asks for. */
export function answerCall(writer: SqliteWriter, { method, argument }: Omit<WriterCall, 'number'>): unknown {
  const [owner = '', name] = method.split('.');
  const methods = name === undefined ? writer : writer[owner as WriterPart];
  return (methods as unknown as Record<string, (argument: unknown) => unknown>)[name ?? owner]?.(argument);
}
