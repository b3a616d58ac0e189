import type { Instant } from '#shared/domain/values/iso-date.ts';
import type { Json } from './table.ts';

/** An event on its way: `id` is the same however often it is delivered. */
export interface Announcement {
  readonly id: string;
  readonly detailType: string;
  readonly source: string;
  readonly time: Instant;
  readonly detail: Json;
  /** What all of this began with: the webhook delivery, the schedule's wake-up. Absent where it begins. */
  readonly correlationId?: string | undefined;
}

/** Delivers at least once, in no particular order. Throws `bus.rejected` (details: `ids`) unless all were taken. */
export interface Bus {
  publish(announcements: readonly Announcement[]): Promise<void>;
}
