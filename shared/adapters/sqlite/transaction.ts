import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` as one transaction: all of it is committed, or, when it throws, none. Waits for another process's writer. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
