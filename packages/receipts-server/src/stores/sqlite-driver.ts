/** A row as the drivers give it; some add members of their own. */
export type SqliteRow = Readonly<Record<string, unknown>>;

type Value = string | number;

/** What we use of a prepared statement. */
export interface SqliteStatement {
  run(...values: Value[]): { readonly changes: number | bigint };
  get(...values: Value[]): SqliteRow | undefined;
  all(...values: Value[]): SqliteRow[];
}

/** What we use of a database. Both drivers have it, so neither is wrapped. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
  close(): unknown;
}

type Constructor = new (path: string) => SqliteDatabase;

/**
 * Opens a SQLite file with the driver that is part of Node (22.13 or later), otherwise with `libsql`, whose
 * binaries come from the registry and need no compiler.
 */
export async function openDatabase(path: string): Promise<SqliteDatabase> {
  // Not `import`: bundlers and Node 20 stop at a module they do not know.
  const builtin = process.getBuiltinModule?.('node:sqlite') as { DatabaseSync: Constructor } | undefined;
  if (builtin) return new builtin.DatabaseSync(path);
  const { default: Database } = await import('libsql');
  return new (Database as unknown as Constructor)(path);
}
