import type { StreamFunction } from '#functions/define-function.ts';
import type { ChangeStream } from '#shared/adapters/sqlite/change-stream.ts';
import type { DeliveryQueue } from '#shared/adapters/sqlite/queue.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { announcementOf } from '#shared/store/announcement.ts';

interface RelayWiring {
  readonly functions: readonly StreamFunction[];
  readonly stream: ChangeStream;
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly clock: Clock;
}

const changesAtOnce = 500;

/**
 * Moves committed announcements from the change stream to the functions woken by it, through the durable queue, and says
 * whether there were any. They leave the stream only once they are queued: a crash in between delivers them twice.
 */
export function relay({ functions, stream, queue, clock }: RelayWiring): boolean {
  const changes = stream.read(changesAtOnce);
  if (changes.length === 0) return false;
  const dueAt = clock.wall().getTime();
  queue.enqueue(
    changes.flatMap(({ item }) =>
      functions.map(({ name }) => ({ functionName: name, event: announcementOf(item), dueAt })),
    ),
  );
  stream.acknowledge(changes.map(({ sequence }) => sequence));
  return true;
}
