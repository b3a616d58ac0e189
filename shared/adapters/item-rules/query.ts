import * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';
import type { Json, Key, Query } from '#shared/ports/table.ts';
import { tableDescription } from '#shared/store/table.ts';
import { isKeyText } from './item.ts';

type Attributes = Readonly<Record<string, Json | undefined>>;
/** Where a page ended: the key attributes of its last item. */
type Position = Readonly<Record<string, string>>;

const { partitionKey, sortKey, indexes } = tableDescription;
const sources = new Map(Object.entries(indexes));
const Cursor = z.record(z.string(), z.string());

/** The names of the attributes that a query selects and sorts by. Throws `table.bad-query` for an unknown index. */
export function keysOf({ index }: Query): { readonly partitionKey: string; readonly sortKey: string } {
  const keys = index === undefined ? { partitionKey, sortKey } : sources.get(index);
  return keys ?? badQuery('the index does not exist');
}

/** Throws `table.bad-query` for what not every engine can answer. */
export function checkQuery(query: Query): void {
  const { partition, prefix, from, to, limit } = query;
  const keys = keysOf(query);
  if (!isKeyText(keys.partitionKey, partition)) badQuery('the partition cannot be that of an item');
  if ([prefix, from, to].some((text) => text !== undefined && !isKeyText(keys.sortKey, text)))
    badQuery('prefix, from and to must be text that a sort key can begin with; leave out what is empty');
  if (prefix !== undefined && (from !== undefined || to !== undefined)) badQuery('prefix excludes from and to');
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0))
    badQuery('the limit is not a positive number');
}

/** Throws `table.bad-query` for a key that no item can have. */
export function checkKeysRead(keys: readonly Key[]): void {
  if (keys.some(({ pk, sk }) => !isKeyText(partitionKey, pk) || !isKeyText(sortKey, sk)))
    badQuery('a part of a key is missing, empty, too long or broken text');
}

/** Text that lets a later query go on after this item; opaque to callers, the same for every engine. */
export function cursorAfter(last: Attributes, query: Query): string {
  const keys = keysOf(query);
  const names = new Set([partitionKey, sortKey, keys.partitionKey, keys.sortKey]);
  return Buffer.from(JSON.stringify(Object.fromEntries([...names].map((name) => [name, last[name]])))).toString(
    'base64url',
  );
}

/** The position in a query's cursor, if it has one. Throws `table.bad-query` when it is not a cursor of such a query. */
export function positionIn(query: Query): Position | undefined {
  if (query.cursor === undefined) return;
  const keys = keysOf(query);
  const position = Cursor.safeParse(parsed(query.cursor)).data;
  const names = [partitionKey, sortKey, keys.sortKey];
  if (position?.[keys.partitionKey] === query.partition && names.every((name) => position[name])) return position;
  return badQuery('the cursor is not one of this query');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const badQuery = (problem: string): never => {
  throw new AppError('table.bad-query', { problem });
};
