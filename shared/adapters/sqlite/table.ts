import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#shared/ports/clock.ts';
import type { Item, Key, Table } from '#shared/ports/table.ts';
import { tableDescription } from '#shared/store/table.ts';
import { seconds } from '../item-rules/item.ts';
import { checkKeysRead } from '../item-rules/query.ts';
import { committer } from './commit.ts';
import { querier } from './query.ts';
import { attribute, live } from './sql.ts';

/**
 * An item is a row: its key, what guards and hides it, and the whole of it as JSON. Text compares byte by byte in UTF-8,
 * SQLite's default and DynamoDB's order. Indexes are over expressions, so a new one in the description needs no new column.
 */
export const tableSchema = `
  CREATE TABLE IF NOT EXISTS items (
    pk TEXT NOT NULL,
    sk TEXT NOT NULL,
    version INTEGER NOT NULL,
    expiresAt INTEGER,
    item TEXT NOT NULL,
    PRIMARY KEY (pk, sk)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS expiring ON items (expiresAt) WHERE expiresAt IS NOT NULL;
  ${Object.entries(tableDescription.indexes)
    .map(([name, { partitionKey, sortKey }]) => indexSchema(name, attribute(partitionKey), attribute(sortKey)))
    .join('\n')}
`;

/** The `Table` port over a SQLite database. */
export function sqliteTable(database: DatabaseSync, clock: Clock): { table: Table; purgeExpired: () => number } {
  const select = database.prepare(`SELECT item FROM items WHERE pk = ? AND sk = ? AND ${live}`);
  const purge = database.prepare('DELETE FROM items WHERE expiresAt <= ?');
  const now = () => seconds(clock.now());
  const read = ({ pk, sk }: Key): Item | undefined => {
    const row = select.get(pk, sk, now());
    return row && JSON.parse(String(row.item));
  };
  const query = querier(database, now);
  const commit = committer(database, now);

  return {
    table: {
      get: async (key) => {
        checkKeysRead([key]);
        return read(key);
      },
      getAll: async (keys) => {
        checkKeysRead(keys);
        return keys.map(read).filter((item) => item !== undefined);
      },
      query: async (asked) => query(asked),
      commit: async (changes) => commit(changes),
    },
    purgeExpired: () => Number(purge.run(now()).changes),
  };
}

function indexSchema(name: string, partition: string, sort: string): string {
  return `CREATE INDEX IF NOT EXISTS "${name}" ON items (${partition}, ${sort}, pk, sk)
    WHERE ${partition} IS NOT NULL AND ${sort} IS NOT NULL;`;
}
