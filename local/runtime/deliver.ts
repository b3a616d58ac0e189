import type { FunctionDefinition, ScheduledFunction, StreamFunction } from '#functions/define-function.ts';
import type { Delivery, DeliveryQueue } from '#shared/adapters/sqlite/queue.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Table } from '#shared/ports/table.ts';
import { correlate } from '#shared/runtime/correlate.ts';
import { type FailedEvent, handleEvents } from '#shared/runtime/handle-events.ts';
import { buryDelivery, reasonOf } from './bury-delivery.ts';

export interface Delivering {
  readonly functions: readonly FunctionDefinition[];
  readonly depsFor: (definition: FunctionDefinition) => object;
  readonly queue: DeliveryQueue;
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  /** At most how many deliveries to take in the next step. */
  readonly atOnce: () => number;
  /** How long to wait after the nth failed attempt, in milliseconds. */
  readonly retryAfterMs?: ((attempts: number) => number) | undefined;
}

/** After this many failed attempts a delivery becomes a dead letter. */
const mostAttempts = 5;
const leaseMs = 60_000;
/** 1, 4, 16 and 64 seconds: the last attempt comes after the lease of a mail that was being sent has run out. */
const backOff = (attempts: number) => 250 * 4 ** attempts;

/**
 * Hands the deliveries that are due to their functions, different functions side by side, and says whether there were any.
 * What failed is tried again later and ends as a dead letter that the operator sees.
 */
export async function deliver(wiring: Delivering): Promise<boolean> {
  const leased = wiring.queue.lease(wiring.atOnce(), wiring.clock.wall().getTime(), leaseMs);
  const byFunction = Map.groupBy(leased, ({ functionName }) => functionName);
  await Promise.all([...byFunction].map(([name, deliveries]) => handOver(wiring, name, deliveries)));
  return leased.length > 0;
}

async function handOver(wiring: Delivering, functionName: string, deliveries: readonly Delivery[]): Promise<void> {
  const failed = await attempt(
    wiring,
    functionName,
    deliveries.map(({ event }) => event),
  );
  const errors = new Map(failed.map(({ id, error }) => [id, error]));
  const { queue } = wiring;
  queue.done(deliveries.filter(({ event }) => !errors.has(event.id)).map(({ id }) => id));
  for (const delivery of deliveries)
    if (errors.has(delivery.event.id)) await retryOrBury(wiring, delivery, errors.get(delivery.event.id));
}

async function attempt(
  { functions, depsFor }: Delivering,
  functionName: string,
  events: readonly Announcement[],
): Promise<readonly FailedEvent[]> {
  const definition = functions.find(({ name }) => name === functionName);
  if (definition && 'on' in definition) return handleEvents(definition, depsFor(definition), events);
  if (definition && 'stream' in definition) return handStream(definition, depsFor(definition), events);
  if (definition && 'every' in definition) return wake(definition, depsFor(definition), events);
  const error = new Error(`there is no function ${functionName} that can be delivered to`);
  return events.map(({ id }) => ({ id, error }));
}

/** All together, and when that fails one by one, so that one bad event does not take the others with it. */
async function handStream(
  definition: StreamFunction,
  deps: object,
  events: readonly Announcement[],
): Promise<readonly FailedEvent[]> {
  try {
    await definition.run(deps as never, events);
    return [];
  } catch (error) {
    if (events.length === 1) return events.map(({ id }) => ({ id, error }));
    return (await Promise.all(events.map((event) => handStream(definition, deps, [event])))).flat();
  }
}

/** Once, however many wake-ups wait. */
async function wake(
  { run }: ScheduledFunction,
  deps: object,
  events: readonly Announcement[],
): Promise<readonly FailedEvent[]> {
  try {
    await run(correlate(deps, events[0]?.id ?? 'schedule') as never);
    return [];
  } catch (error) {
    return events.map(({ id }) => ({ id, error }));
  }
}

async function retryOrBury(wiring: Delivering, delivery: Delivery, error: unknown): Promise<void> {
  const { queue, clock, log, retryAfterMs = backOff } = wiring;
  const { id, functionName, event, attempts } = delivery;
  if (attempts < mostAttempts) {
    log.warn('delivery failed, will be tried again', {
      functionName,
      eventId: event.id,
      attempts,
      reason: reasonOf(error),
    });
    return queue.retry(id, clock.wall().getTime() + retryAfterMs(attempts));
  }
  await buryDelivery(wiring, delivery, error);
  queue.done([id]);
}
