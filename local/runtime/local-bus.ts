import type { EventFunction } from '#functions/define-function.ts';
import type { DeliveryQueue } from '#shared/adapters/sqlite/queue.ts';
import type { Bus } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';

/** Makes delivery as bad as a cloud may: everything waiting in random order, in small batches, some of it twice. */
export interface Disorder {
  /** 0 up to 1, seeded, so that a failing test can be repeated. */
  readonly random: () => number;
  /** The share of deliveries that are made twice, 0 to 1. */
  readonly duplicates: number;
}

interface BusWiring {
  readonly functions: readonly EventFunction[];
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly clock: Clock;
  readonly disorder?: Disorder | undefined;
}

/** A bus that writes one durable delivery for each function that listens to an event, as rules and queues do in the cloud. */
export function localBus({ functions, queue, clock, disorder }: BusWiring): Bus {
  const listening = (detailType: string) =>
    functions.filter(({ on }) => on.some((event) => event.detailType === detailType));
  // Deliveries are leased in the order they are due, so random moments in the past mean random order.
  const due = () => clock.wall().getTime() - (disorder ? Math.floor(disorder.random() * 1e9) : 0);
  const times = () => (disorder && disorder.random() < disorder.duplicates ? 2 : 1);
  return {
    publish: async (announcements) =>
      queue.enqueue(
        announcements.flatMap((event) =>
          listening(event.detailType).flatMap(({ name }) =>
            Array.from({ length: times() }, () => ({ functionName: name, event, dueAt: due() })),
          ),
        ),
      ),
  };
}
