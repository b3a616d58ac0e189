import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { streamSchema } from '#shared/adapters/sqlite/change-stream.ts';
import { attribute } from '#shared/adapters/sqlite/sql.ts';
import { sqliteTable, tableSchema } from '#shared/adapters/sqlite/table.ts';
import { tableDescription } from '#shared/store/table.ts';

const now = new Date('2026-10-22T08:00:00.000Z');
const seconds = now.getTime() / 1000;

function openTable() {
  const database = new DatabaseSync(':memory:');
  database.exec(tableSchema + streamSchema);
  return { database, ...sqliteTable(database, { now: () => now, wall: () => now }) };
}

it.each(Object.entries(tableDescription.indexes))(
  'finds what is in %s without reading the whole table',
  (name, keys) => {
    const { database } = openTable();
    const sort = attribute(keys.sortKey);
    const plan = database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT item FROM items WHERE ${attribute(keys.partitionKey)} = 'L' AND ${sort} IS NOT NULL ORDER BY ${sort}, pk, sk`,
      )
      .all()
      .map(({ detail }) => String(detail));
    expect(plan).toEqual([expect.stringContaining(`SEARCH items USING INDEX ${name} `)]);
    database.close();
  },
);

it('deletes what has expired, and says how much that was', async () => {
  const { database, table, purgeExpired } = openTable();
  const put = (sk: string, expiresAt?: number) => ({
    put: { pk: 'P', sk, ...(expiresAt === undefined ? {} : { expiresAt }) },
    require: 'any' as const,
  });
  await table.commit([put('gone', seconds), put('long gone', 1), put('there', seconds + 1), put('for good')]);
  expect(purgeExpired()).toBe(2);
  expect(purgeExpired()).toBe(0);
  expect(database.prepare('SELECT sk FROM items ORDER BY sk').all()).toEqual([{ sk: 'for good' }, { sk: 'there' }]);
  database.close();
});
