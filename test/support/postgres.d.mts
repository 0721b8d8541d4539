/** A PostgreSQL server that a test started. */
export interface PostgresServer {
  readonly port: number;
  readonly folder: string;
  /** The database cluster itself. */
  readonly data: string;
  /** Where a database is. @default the one called postgres */
  url(database?: string): string;
  start(): Promise<PostgresServer>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  createDatabase(name: string): Promise<string>;
  ask(sql: string, database?: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

export function startPostgres(options?: {
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly fill?: (data: string) => Promise<void>;
}): Promise<PostgresServer>;
