/**
 * Deliveries of events that a function failed to handle after every retry, for the operator to see.
 *   newest first             lists: DEAD-LETTERS, by time, descending
 *   one                      pk = DEADLETTER#<id>  sk = DEADLETTER
 */
import * as z from 'zod';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { type Change, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

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

const key = (id: string): Key => ({ pk: `DEADLETTER#${id}`, sk: 'DEADLETTER' });

export const deadLetters = {
  put: (letter: DeadLetter): Change => ({
    put: {
      ...key(letter.id),
      entity: 'dead-letter',
      list: 'DEAD-LETTERS',
      listOrder: `${letter.failedAt}#${letter.id}`,
      ...letter,
    },
    require: 'any',
  }),

  /** It is delivered again, or can never be handled. */
  remove: (id: string): Change => ({ delete: key(id), require: 'any' }),

  /** Oldest first. */
  async all(table: TableReader): Promise<DeadLetter[]> {
    const found: DeadLetter[] = [];
    for await (const item of queryAll(table, { index: 'lists', partition: 'DEAD-LETTERS' }))
      found.push(DeadLetter.parse(item));
    return found;
  },

  async newest(table: TableReader, limit: number): Promise<DeadLetter[]> {
    const page = await table.query({ index: 'lists', partition: 'DEAD-LETTERS', order: 'descending', limit });
    return page.items.map((item) => DeadLetter.parse(item));
  },
};
