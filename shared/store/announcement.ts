/**
 * The outbox: an event to be put on the bus, written in the same commit as the state it announces.
 *   by id        pk = EVENT#<id>  sk = EVENT      gone after seven days
 * Any item that carries `event` and `announce: true` is announced when inserted; facts announce themselves this way.
 */
import * as z from 'zod';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { Change, Item, NewItem } from '#shared/ports/table.ts';

const keptDays = 7;

const StoredEvent = z.object({
  id: z.string(),
  detailType: z.string(),
  source: z.string(),
  time: Instant,
  detail: z.json(),
  correlationId: z.string().optional(),
});

/** The change that announces an event. Announcing the same id twice is one announcement: the second commit conflicts. */
export function announce(event: Announcement): Change {
  const item = { pk: `EVENT#${event.id}`, sk: 'EVENT', entity: 'announcement', ...announced(event) };
  return { put: { ...item, expiresAt: expiryAfter(event.time, keptDays) }, require: 'absent' };
}

/** The attributes that make an item announce an event when it is inserted. */
export const announced = (event: Announcement) => ({ announce: true, event: { ...event } });

/** The event an inserted item announces. */
export const announcementOf = (item: Item | NewItem): Announcement => StoredEvent.parse(item.event) as Announcement;

/** Seconds since 1970, this many days after a moment. */
export const expiryAfter = (time: Instant, days: number): number =>
  Math.floor(Date.parse(time) / 1000) + days * 24 * 60 * 60;
