import type { HealthAssessment } from '../health/assessment.ts';
import { addDays, addMonths, type IsoDate, lastDay, monthOf } from '../values/iso-date.ts';

const monthsWatched = 24;
/** A reading looks a month back. Two that share more than half of it would count one trouble twice. */
const leastDaysApart = 15;

/** The month ends whose readings are watched together with the reading of a day: two years, oldest first. */
export const monthEndsBefore = (latest: IsoDate): IsoDate[] =>
  Array.from({ length: monthsWatched }, (_, at) => lastDay(addMonths(monthOf(latest), at - monthsWatched)));

/** Readings of month ends and the latest one, without a month end that is hardly older than the latest. */
export function spacedOut(readings: readonly HealthAssessment[]): HealthAssessment[] {
  const latest = readings.at(-1);
  if (!latest) return [];
  return [
    ...readings.slice(0, -1).filter(({ scoredOn }) => scoredOn <= addDays(latest.scoredOn, -leastDaysApart)),
    latest,
  ];
}

/** Those of whole calendar months. */
export const ofMonthEnds = (readings: readonly HealthAssessment[]): HealthAssessment[] =>
  readings.filter(({ scoredOn }) => scoredOn === lastDay(monthOf(scoredOn)));
