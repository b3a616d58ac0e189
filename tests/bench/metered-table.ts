import { sizeOfName, sizeOfValue } from '#shared/adapters/item-rules/json-size.ts';
import type { Change, Item, NewItem, Table } from '#shared/ports/table.ts';

/** What DynamoDB would have been asked and would have charged. */
export interface Usage {
  requests: number;
  readUnits: number;
  writeUnits: number;
}

export const nothingUsed = (): Usage => ({ requests: 0, readUnits: 0, writeUnits: 0 });

const kilobytes = (bytes: number, of: number) => Math.max(1, Math.ceil(bytes / (of * 1024)));
const sizeOf = (item: NewItem | Item) =>
  Object.entries(item).reduce(
    (bytes, [name, value]) =>
      value === undefined ? bytes : bytes + sizeOfName(name) + sizeOfValue(value, String as never),
    0,
  );

/**
 * A table that adds up what each request would use on DynamoDB, by its documented rules: a read unit for 4 KB strongly
 * consistent, half of one from an index; a write unit for 1 KB, twice that in a transaction, and one more for each KB of
 * an item that the index lists.
 */
export function meteredTable(table: Table, used: Usage): Table {
  const read = (units: number) => {
    used.requests += 1;
    used.readUnits += units;
  };
  return {
    async get(key) {
      const item = await table.get(key);
      read(item ? kilobytes(sizeOf(item), 4) : 1);
      return item;
    },
    async getAll(keys) {
      const items = await table.getAll(keys);
      const missing = new Set(keys.map(({ pk, sk }) => `${pk} ${sk}`)).size - items.length;
      if (keys.length > 0)
        read(items.reduce((units, item) => units + kilobytes(sizeOf(item), 4), Math.max(0, missing)));
      return items;
    },
    async query(query) {
      const page = await table.query(query);
      const units = kilobytes(
        page.items.reduce((bytes, item) => bytes + sizeOf(item), 0),
        4,
      );
      read(query.index === undefined ? units : units / 2);
      return page;
    },
    async commit(changes) {
      await table.commit(changes);
      used.requests += 1;
      const times = changes.length > 1 ? 2 : 1;
      for (const change of changes) used.writeUnits += times * writeUnits(change) + listingUnits(change);
    },
  };
}

const writeUnits = (change: Change) => ('put' in change ? kilobytes(sizeOf(change.put), 1) : 1);
const listingUnits = (change: Change) =>
  'put' in change && change.put.list !== undefined ? kilobytes(sizeOf(change.put), 1) : 0;
