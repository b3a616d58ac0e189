import * as z from 'zod';
import type { DeliveryQueue } from '#shared/adapters/sqlite/queue.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Redrive } from '#shared/ports/redrive.ts';
import type { Table } from '#shared/ports/table.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';

interface Surroundings {
  readonly functionNames: readonly string[];
  readonly table: Table;
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly clock: Clock;
}

/** Dead letters in the table: each is delivered to its function again, now, with five attempts more. */
export const redriveLocally = ({ functionNames, table, queue, clock }: Surroundings): Redrive => ({
  functionNames,
  async of(functionName, { drop }) {
    const letters = (await deadLetters.all(table)).filter((letter) => letter.functionName === functionName);
    for (const { id, event } of letters) {
      if (!drop) queue.enqueue([{ functionName, event: Event.parse(event), dueAt: clock.wall().getTime() }]);
      // Only now: whoever stops in between finds it again.
      await table.commit([deadLetters.remove(id)]);
    }
    return { functionName, letters: letters.length };
  },
});

/** It was one when it was buried. */
const Event = z.custom<Announcement>((event) => typeof event === 'object' && event !== null && 'id' in event);
