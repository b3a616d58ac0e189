import type { Key } from './table.ts';

/** Goes through the whole table, item by item, which no function may: for the operator's own rare work. */
export interface Inventory {
  /** The key of every item, expired ones included; those written meanwhile may be missing. */
  keys(): AsyncIterable<Key>;
}
