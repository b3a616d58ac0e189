import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Holds for an item that has not expired; takes one parameter, now, in seconds. */
export const live = '(expiresAt IS NULL OR expiresAt > ?)';

/** An attribute of the item, as an expression. */
export const attribute = (name: string): string => (name === 'pk' || name === 'sk' ? name : `item ->> '${name}'`);

/** Prepares each text once. */
export function prepared(database: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
}
