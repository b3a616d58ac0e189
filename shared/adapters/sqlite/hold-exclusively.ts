import { DatabaseSync } from 'node:sqlite';

/** SQLite's result code SQLITE_BUSY. */
const busy = 5;

/**
 * Holds a file for this process alone, and gives what lets it go; undefined while another process holds it, after waiting for
 * `patienceMs`. However the process ends, the operating system lets the file go: no lock is ever left behind.
 */
export function holdExclusively(file: string, patienceMs = 0): (() => void) | undefined {
  const database = new DatabaseSync(file, { timeout: patienceMs });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined;
    throw error;
  }
  return () => database.close();
}
