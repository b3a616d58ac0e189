import { addDays } from '../values/iso-date.ts';
import type { CadenceRules, Hours } from './cadence-rules.ts';
import type { Recipient } from './mailing.ts';
import type { Obstacle } from './obstacle.ts';
import { momentAt, wallClockAt } from './wall-clock.ts';

/** Nights and weekends on the person's own clock. */
export const quietHours = (zone: string, { workingHours, weekend }: CadenceRules): Obstacle => ({
  reason: 'quiet-hours',
  clearFrom: (at) => within(zone, workingHours, at, weekend),
});

/** Hours of the working day other than those the person chose. */
export const timeOfDay = (
  zone: string,
  { preferences }: Pick<Recipient, 'preferences'>,
  { timesOfDay, weekend }: CadenceRules,
): Obstacle => ({
  reason: 'time-of-day',
  clearFrom: (at) => within(zone, timesOfDay[preferences.timeOfDay], at, weekend),
});

/** The earliest moment from `at` on that lies within these hours of a day that is no weekend. */
function within(zone: string, { from, to }: Hours, at: number, weekend: readonly number[]): number {
  const { date, minute, weekday } = wallClockAt(zone, at);
  const works = !weekend.includes(weekday);
  if (works && minute >= from && minute < to) return at;
  if (works && minute < from) return momentAt(zone, date, from);
  let [days, next] = [1, (weekday + 1) % 7];
  while (weekend.includes(next) && days < 7) [days, next] = [days + 1, (next + 1) % 7];
  return momentAt(zone, addDays(date, days), from);
}
