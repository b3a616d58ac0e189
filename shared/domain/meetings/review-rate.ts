import { wallClockAt } from '../cadence/wall-clock.ts';
import type { ClientId } from '../values/ids.ts';
import { type IsoMonth, monthOf } from '../values/iso-date.ts';
import type { Meeting } from './meeting.ts';

/** Every active client has a success review each month (mission.md, the scoreboard). */
const goal = 1;

/** Each active client is in exactly one of the three lists. */
export interface ReviewRate {
  readonly month: IsoMonth;
  /** Had a review. */
  readonly held: readonly ClientId[];
  /** Had only reviews at which nobody met. */
  readonly missed: readonly ClientId[];
  /** Had neither: still to come, cancelled, or never proposed. */
  readonly without: readonly ClientId[];
  /** Clients with a review among all, 0 to 1; undefined without active clients. */
  readonly share: number | undefined;
  readonly goal: number;
}

/**
 * How many active clients had a success review that took place in this month on their own clock. A review counts when it
 * was held, however many were proposed or arranged.
 */
export function reviewRate(
  meetings: readonly Meeting[],
  activeClients: readonly ClientId[],
  month: IsoMonth,
): ReviewRate {
  const active = [...new Set(activeClients)];
  const had = (status: Meeting['status']) =>
    new Set(
      meetings.filter((meeting) => meeting.status === status && isReviewIn(month, meeting)).map((m) => m.clientId),
    );
  const [heldBy, missedBy] = [had('held'), had('missed')];
  const held = active.filter((clientId) => heldBy.has(clientId));
  const missed = active.filter((clientId) => missedBy.has(clientId) && !heldBy.has(clientId));
  const without = active.filter((clientId) => !heldBy.has(clientId) && !missedBy.has(clientId));
  return { month, held, missed, without, share: active.length > 0 ? held.length / active.length : undefined, goal };
}

const isReviewIn = (month: IsoMonth, { purpose, timeZone, at }: Meeting) =>
  purpose === 'monthly-review' && monthOf(wallClockAt(timeZone, Date.parse(at)).date) === month;
