import * as z from 'zod';
import { ClientId } from '../values/ids.ts';
import { Instant, IsoDate, instantOf } from '../values/iso-date.ts';
import { MeetingId, type MeetingPlan } from './meeting.ts';

/** A time at which the one operator is in a meeting; `to` no longer belongs to it. */
export const Booking = z.object({ clientId: ClientId, meetingId: MeetingId, from: Instant, to: Instant });
export type Booking = z.infer<typeof Booking>;

export const bookingOf = ({ clientId, meetingId, at, minutes }: MeetingPlan): Booking => ({
  clientId,
  meetingId,
  from: at,
  to: instantOf(new Date(Date.parse(at) + minutes * 60_000)),
});

/** Whether two times share a moment. Back to back is not together. */
export const overlap = (a: Pick<Booking, 'from' | 'to'>, b: Pick<Booking, 'from' | 'to'>): boolean =>
  a.from < b.to && b.from < a.to;

/** The days of the diary, counted in UTC, that a booking is written under: one, or two across midnight. */
export const daysOf = ({ from, to }: Pick<Booking, 'from' | 'to'>): IsoDate[] => [
  ...new Set([from, instantOf(new Date(Date.parse(to) - 1))].map((moment) => IsoDate.parse(moment.slice(0, 10)))),
];
