import type { SqliteDatabase } from './sqlite-driver.js';

/**
 * Runs all of it or nothing. IMMEDIATE: nobody may write between a look-up and what follows from it, not even
 * another process.
 */
export function inTransaction<Result>(database: SqliteDatabase, run: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = run();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
