/** Any JSON value an item may hold. Numbers are finite; money is whole cents. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What is written: a key, attributes, optionally when it expires (seconds since 1970) and where it is listed. */
export interface NewItem extends Key {
  readonly expiresAt?: number;
  readonly [attribute: string]: Json | undefined;
}

/** What is read: the item and its version, a whole number that grows by one with each guarded write. */
export interface Item extends NewItem {
  readonly version: number;
}

/**
 * One change of a commit. Each states what must be true of the stored item, or the whole commit fails:
 * - `'absent'`: there is none (an expired one counts as none)
 * - `{ version }`: it is at that version; the write makes it the next
 * - `'any'`: whatever; for items that only one idempotent writer writes. Such an item has version 0 and cannot be guarded.
 */
export type Change =
  | { readonly put: NewItem; readonly require: 'absent' | 'any' | { readonly version: number } }
  | { readonly delete: Key; readonly require: 'any' | { readonly version: number } }
  | { readonly check: Key; readonly require: 'absent' | { readonly version: number } };

export interface Query {
  /** The partition key's value; in `index` when given, else of the table. */
  readonly partition: string;
  readonly index?: string;
  /** Only sort keys that begin with this. */
  readonly prefix?: string;
  /** Only sort keys from here (inclusive), in UTF-8 byte order. Not together with `prefix`. */
  readonly from?: string;
  /** Only sort keys up to here (inclusive). */
  readonly to?: string;
  readonly order?: 'ascending' | 'descending';
  /** At most this many items a page. A page may be shorter and still have a cursor; only the last may be empty. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page {
  readonly items: readonly Item[];
  /** Present when there may be more. */
  readonly cursor?: string;
}

/**
 * Reading the table. Reads of the table see every commit that returned; reads of an index may lag behind it. Throws
 * `table.bad-query` for keys that no item can have, an unknown index, a cursor of another query.
 */
export interface TableReader {
  /** The item, or undefined. Expired items are never returned, here or elsewhere. */
  get(key: Key): Promise<Item | undefined>;
  /** Those that exist, in the order of the keys. */
  getAll(keys: readonly Key[]): Promise<Item[]>;
  query(query: Query): Promise<Page>;
}

/**
 * The one table. `commit` is all or nothing, at most 100 changes, each key once, each item at most 400 KB.
 * Throws `table.conflict` (details: `keys`) when a requirement does not hold, `table.too-large`,
 * `table.too-many-changes`, or `table.bad-change` (empty keys, numbers that are not finite).
 */
export interface Table extends TableReader {
  commit(changes: readonly Change[]): Promise<void>;
}

/** Every item of a query, page after page. */
export async function* queryAll(table: TableReader, query: Query): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page: Page = await table.query(cursor === undefined ? query : { ...query, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
