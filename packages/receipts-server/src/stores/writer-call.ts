import type { SqliteWriter } from './sqlite-writer.js';

type Deliveries = SqliteWriter['deliveries'];
/** What can be asked of the writer: its own methods, and those of its queue. */
export type WriterMethod = Exclude<keyof SqliteWriter, 'deliveries'> | `deliveries.${keyof Deliveries}`;

/** A call of one of the writer's methods, as it travels to the thread. */
export interface WriterCall {
  readonly number: number;
  readonly method: WriterMethod;
  readonly argument: unknown;
}

/** Does what a call asks for. */
export function answerCall(writer: SqliteWriter, { method, argument }: Omit<WriterCall, 'number'>): unknown {
  const [owner, name = owner] = method.split('.');
  const methods = owner === 'deliveries' ? writer.deliveries : writer;
  return (methods as unknown as Record<string, (argument: unknown) => unknown>)[name as string]?.(argument);
}
