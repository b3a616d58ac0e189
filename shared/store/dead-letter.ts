/**
 * Deliveries of events that a function failed to handle after every retry, for the operator to see.
 *   newest first             lists: DEAD-LETTERS, by time, descending
 *   one                      pk = DEADLETTER#<id>  sk = DEADLETTER
 */
import * as z from 'zod';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';

export const DeadLetter = z.object({
  id: z.string(),
  functionName: z.string(),
  failedAt: Instant,
  attempts: z.int(),
  /** The error's first line. */
  reason: z.string(),
  event: z.json(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

export const deadLetters = {
  put: (letter: DeadLetter): Change => ({
    put: {
      pk: `DEADLETTER#${letter.id}`,
      sk: 'DEADLETTER',
      entity: 'dead-letter',
      list: 'DEAD-LETTERS',
      listOrder: `${letter.failedAt}#${letter.id}`,
      ...letter,
    },
    require: 'any',
  }),

  async newest(table: TableReader, limit: number): Promise<DeadLetter[]> {
    const page = await table.query({ index: 'lists', partition: 'DEAD-LETTERS', order: 'descending', limit });
    return page.items.map((item) => DeadLetter.parse(item));
  },
};
