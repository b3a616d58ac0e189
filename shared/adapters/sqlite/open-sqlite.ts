import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#shared/ports/clock.ts';
import type { Inventory } from '#shared/ports/inventory.ts';
import type { Key, Table } from '#shared/ports/table.ts';
import { type ChangeStream, changeStream, streamSchema } from './change-stream.ts';
import { type DeliveryQueue, deliveryQueue, queueSchema } from './queue.ts';
import { sqliteTable, tableSchema } from './table.ts';

/** The table, its change stream and the delivery queue, in one file. */
export interface SqliteStore {
  readonly table: Table;
  readonly stream: ChangeStream;
  readonly queue: DeliveryQueue;
  /** Deletes the items that have expired, which are hidden already, and returns how many there were. */
  purgeExpired(): number;
  readonly inventory: Inventory;
  /** Rewrites the file without what was deleted from it, and empties its log. Waits for other processes. */
  compact(): void;
  close(): void;
}

/** How long a process waits for another one that is writing. */
const busyMs = 10_000;

/**
 * Opens a store in a file, made when it does not exist, or in memory (`:memory:`). Several processes may open the same
 * file. What was committed survives the end of the process, and, as each commit is flushed (FULL), of the power.
 */
export function openSqlite(file: string, clock: Clock): SqliteStore {
  const database = new DatabaseSync(file, { timeout: busyMs });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(tableSchema + streamSchema + queueSchema);
  return {
    ...sqliteTable(database, clock),
    stream: changeStream(database),
    queue: deliveryQueue(database),
    inventory: { keys: () => keysOf(database) },
    compact: () => database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);'),
    close: () => database.close(),
  };
}

const keysAtOnce = 1_000;

/** A page at a time, so that items may be written and deleted in between. */
async function* keysOf(database: DatabaseSync): AsyncGenerator<Key> {
  const after = database.prepare('SELECT pk, sk FROM items WHERE (pk, sk) > (?, ?) ORDER BY pk, sk LIMIT ?');
  let last: Key | undefined = { pk: '', sk: '' };
  while (last) {
    const page: readonly Key[] = after
      .all(last.pk, last.sk, keysAtOnce)
      .map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    yield* page;
    last = page.at(-1);
  }
}
