import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Announcement } from '#shared/ports/bus.ts';
import { transaction } from './transaction.ts';

/** An event to be handed to a function, not before `dueAt` (milliseconds since 1970, of whichever clock the caller uses). */
export interface NewDelivery {
  readonly functionName: string;
  readonly event: Announcement;
  readonly dueAt: number;
}

/** A delivery that was leased: `attempts` counts this one, so it is 1 the first time. */
export interface Delivery extends Omit<NewDelivery, 'dueAt'> {
  readonly id: number;
  readonly attempts: number;
}

/** Deliveries that survive a crash: each is leased until it is done, and due again when its lease runs out. */
export interface DeliveryQueue {
  enqueue(deliveries: readonly NewDelivery[]): void;
  /** Takes those that are due, in the order they became due; nobody else gets them for `leaseMs`. */
  lease(limit: number, nowMs: number, leaseMs: number): Delivery[];
  done(ids: readonly number[]): void;
  /** Gives a delivery back, to be due at `dueAtMs`; only for who holds its lease. */
  retry(id: number, dueAtMs: number): void;
  /** A lease that ran out counts as leased until the delivery is leased again. */
  depth(): { readonly waiting: number; readonly leased: number };
  /** When the next delivery is due or a lease runs out, if there is any. */
  nextDue(): number | undefined;
}

export const queueSchema = `
  CREATE TABLE IF NOT EXISTS queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    functionName TEXT NOT NULL,
    event TEXT NOT NULL,
    dueAt INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS queueByDue ON queue (dueAt, id);
`;

/** The delivery queue in a database. Leasing is one transaction, so two processes never lease the same delivery at once. */
export function deliveryQueue(database: DatabaseSync): DeliveryQueue {
  const insert = database.prepare('INSERT INTO queue (functionName, event, dueAt) VALUES (?, ?, ?)');
  const due = database.prepare(
    'SELECT id, functionName, event, attempts + 1 AS attempts FROM queue WHERE dueAt <= ? ORDER BY dueAt, id LIMIT ?',
  );
  const lease = database.prepare('UPDATE queue SET dueAt = ?, leased = 1, attempts = attempts + 1 WHERE id = ?');
  const release = database.prepare('UPDATE queue SET dueAt = ?, leased = 0 WHERE id = ?');
  const remove = database.prepare('DELETE FROM queue WHERE id = ?');
  const count = database.prepare('SELECT count(*) AS stored, coalesce(sum(leased), 0) AS leased FROM queue');
  const next = database.prepare('SELECT min(dueAt) AS dueAt FROM queue');

  return {
    enqueue: (deliveries) =>
      transaction(database, () => {
        for (const { functionName, event, dueAt } of deliveries) insert.run(functionName, JSON.stringify(event), dueAt);
      }),

    lease: (limit, nowMs, leaseMs) =>
      transaction(database, () => {
        const leased = due.all(nowMs, limit).map(delivery);
        for (const { id } of leased) lease.run(nowMs + leaseMs, id);
        return leased;
      }),

    done: (ids) =>
      transaction(database, () => {
        for (const id of ids) remove.run(id);
      }),

    retry: (id, dueAtMs) => void release.run(dueAtMs, id),

    depth: () => {
      const { stored, leased } = count.get() ?? {};
      return { waiting: Number(stored) - Number(leased), leased: Number(leased) };
    },

    nextDue: () => {
      const dueAt = next.get()?.dueAt;
      return typeof dueAt === 'number' ? dueAt : undefined;
    },
  };
}

const delivery = (row: Record<string, SQLOutputValue>): Delivery => ({
  id: Number(row.id),
  functionName: String(row.functionName),
  event: JSON.parse(String(row.event)),
  attempts: Number(row.attempts),
});
