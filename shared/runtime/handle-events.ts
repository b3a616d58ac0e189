import type { EventDefinition, Received } from '#events/define-event.ts';
import type { EventFunction } from '#functions/define-function.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import { correlate } from './correlate.ts';

/** A delivery that was not handled: it must be delivered again, or end as a dead letter. */
export interface FailedEvent {
  /** The announcement's id. */
  readonly id: string;
  readonly error: unknown;
}

/**
 * Runs an event function over a batch of deliveries and says which ones failed; those not named were handled.
 * Each detail is parsed by its event's schema first. Where the function coalesces, deliveries with the same text are
 * handled once, by the latest, and fail together. `deps` is at least what the function needs.
 */
export async function handleEvents(
  definition: EventFunction,
  deps: object,
  announcements: readonly Announcement[],
): Promise<FailedEvent[]> {
  const failed: FailedEvent[] = [];
  const groups = new Map<string, Received<EventDefinition>[]>();
  for (const [position, announcement] of announcements.entries()) {
    try {
      const event = parse(definition, announcement);
      // A group of its own, unless the function says that some belong together.
      const group = definition.coalesce ? `same ${definition.coalesce(event as never)}` : `own ${position}`;
      groups.set(group, [...(groups.get(group) ?? []), event]);
    } catch (error) {
      failed.push({ id: announcement.id, error });
    }
  }
  for (const group of groups.values()) {
    try {
      const event = latest(group);
      // The registry forgets the exact types; the event was parsed above and `deps` are the caller's promise.
      await definition.run(correlate(deps, event.correlationId ?? event.id) as never, event as never);
    } catch (error) {
      failed.push(...group.map(({ id }) => ({ id, error })));
    }
  }
  return failed;
}

function parse({ name, on }: EventFunction, announcement: Announcement): Received<EventDefinition> {
  const { id, detailType, time, detail, correlationId } = announcement;
  const event = on.find((known) => known.detailType === detailType);
  if (!event) throw new TypeError(`${name} does not listen to ${detailType}`);
  return { id, detailType, time, detail: event.detail.parse(detail), correlationId };
}

const latest = (group: readonly Received<EventDefinition>[]) =>
  group.reduce((last, event) => (event.time >= last.time ? event : last));
