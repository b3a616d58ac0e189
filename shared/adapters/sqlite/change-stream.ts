import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '#shared/ports/table.ts';
import { transaction } from './transaction.ts';

/** An item as it was inserted, and its place in the stream. */
interface StreamChange {
  readonly sequence: number;
  readonly item: Item;
}

/** Inserted items that announce an event, in the order they were committed, until acknowledged. */
export interface ChangeStream {
  /** The oldest ones; the same again until they are acknowledged. */
  read(limit: number): StreamChange[];
  acknowledge(sequences: readonly number[]): void;
}

export const streamSchema = `
  CREATE TABLE IF NOT EXISTS stream (sequence INTEGER PRIMARY KEY AUTOINCREMENT, item TEXT NOT NULL) STRICT;
`;

/** The stream's reading side. The table appends to it within the commit that inserts the item. */
export function changeStream(database: DatabaseSync): ChangeStream {
  const oldest = database.prepare('SELECT sequence, item FROM stream ORDER BY sequence LIMIT ?');
  const remove = database.prepare('DELETE FROM stream WHERE sequence = ?');
  return {
    read: (limit) =>
      oldest.all(limit).map(({ sequence, item }) => ({ sequence: Number(sequence), item: JSON.parse(String(item)) })),
    acknowledge: (sequences) =>
      transaction(database, () => {
        for (const sequence of sequences) remove.run(sequence);
      }),
  };
}
