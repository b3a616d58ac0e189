import type { DatabaseSync } from 'node:sqlite';
import type { Item, Page, Query } from '#shared/ports/table.ts';
import { tableDescription } from '#shared/store/table.ts';
import { checkQuery, cursorAfter, keysOf, positionIn } from '../item-rules/query.ts';
import { attribute, live, prepared } from './sql.ts';

/** Answers queries page by page: until the limit or, as DynamoDB does, until a page holds about 1 MB. */
export function querier(database: DatabaseSync, now: () => number): (query: Query) => Page {
  const statement = prepared(database);
  return (query) => {
    checkQuery(query);
    const { sql, values } = select(query, now());
    return page(query, statement(sql).iterate(...values));
  };
}

function page(query: Query, rows: Iterable<Record<string, unknown>>): Page {
  const items: Item[] = [];
  let size = 0;
  for (const row of rows) {
    const text = String(row.item);
    const item: Item = JSON.parse(text);
    items.push(item);
    size += text.length;
    if (items.length === query.limit || size >= tableDescription.limits.pageBytes)
      return { items, cursor: cursorAfter(item, query) };
  }
  return { items };
}

/** Index entries with the same sort value are told apart by the table's key, so that a page can end between them. */
function select(query: Query, now: number): { sql: string; values: (string | number)[] } {
  const keys = keysOf(query);
  const sort = attribute(keys.sortKey);
  const order = query.index === undefined ? [keys.sortKey] : [keys.sortKey, 'pk', 'sk'];
  const [direction, beyond] = query.order === 'descending' ? ['DESC', '<'] : ['ASC', '>'];
  const conditions = [`${attribute(keys.partitionKey)} = ?`, `${sort} IS NOT NULL`, live];
  const values = [query.partition, now];
  const where = (condition: string, ...compared: (string | undefined)[]) => {
    const given = compared.filter((value) => value !== undefined);
    if (given.length === 0) return;
    conditions.push(condition);
    values.push(...given);
  };
  where(`${sort} >= ?`, query.prefix ?? query.from);
  where(`${sort} <= ?`, query.to);
  where(`${sort} < ?`, query.prefix && firstAfter(query.prefix));
  const position = positionIn(query);
  if (position) {
    // The second condition says it all; SQLite needs the first one to find the place in an index of expressions.
    where(`${sort} ${beyond}= ?`, position[keys.sortKey]);
    where(`(${order.map(attribute)}) ${beyond} (${order.map(() => '?')})`, ...order.map((name) => position[name]));
  }
  const ordered = order.map((name) => `${attribute(name)} ${direction}`);
  return { sql: `SELECT item FROM items WHERE ${conditions.join(' AND ')} ORDER BY ${ordered}`, values };
}

/** The first text in UTF-8 byte order, which is code point order, after all that begin with this one. */
function firstAfter(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === 0x10ffff) points.pop();
  const last = points.pop();
  return last === undefined ? undefined : String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
}
