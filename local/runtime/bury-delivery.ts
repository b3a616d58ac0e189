import * as z from 'zod';
import type { Delivery } from '#shared/adapters/sqlite/queue.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Table } from '#shared/ports/table.ts';
import { DeadLetter, deadLetters } from '#shared/store/dead-letter.ts';

interface Burial {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
}

/** Keeps a delivery that failed for good where the operator sees it. One event failing twice in a function is one letter. */
export async function buryDelivery({ table, clock, log }: Burial, delivery: Delivery, error: unknown): Promise<void> {
  const { functionName, event, attempts } = delivery;
  const reason = reasonOf(error);
  log.error('delivery failed for good', { functionName, eventId: event.id, attempts, reason });
  const id = `${functionName}#${event.id}`;
  const failedAt = instantOf(clock.now());
  await table.commit([deadLetters.put(DeadLetter.parse({ id, functionName, failedAt, attempts, reason, event }))]);
}

/** What went wrong in one line. */
export function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return String(error).split('\n')[0] ?? 'unknown';
}
