import { addDays, addMonths, daysBetween, type IsoDate, lastDay, monthOf } from '../values/iso-date.ts';
import type { HealthAssessment } from './assessment.ts';

/** No nearer than a week, no farther than two months: what lies outside is not "last month". */
const [nearest, farthest] = [7, 62];

/**
 * What a score is compared with: of the earlier assessments the one nearest to the same day a month earlier. Scores are
 * daily, so that is the day itself, but for a client's first month with us, whose past was scored at month ends only.
 */
export function monthEarlier<A extends Pick<HealthAssessment, 'scoredOn'>>(
  earlier: readonly A[],
  day: IsoDate,
): A | undefined {
  const wanted = sameDayLastMonth(day);
  const away = ({ scoredOn }: A) => Math.abs(daysBetween(scoredOn, wanted));
  return earlier
    .filter(({ scoredOn }) => scoredOn >= addDays(day, -farthest) && scoredOn <= addDays(day, -nearest))
    .toSorted((a, b) => away(a) - away(b))[0];
}

/** The first day that can be compared with. */
export const earliestReference = (day: IsoDate): IsoDate => addDays(day, -farthest);

/** The same day of the month before, or that month's last; of a month's last day the last of the month before. */
function sameDayLastMonth(day: IsoDate): IsoDate {
  const last = lastDay(addMonths(monthOf(day), -1));
  if (day === lastDay(monthOf(day)) || day.slice(8) > last.slice(8)) return last;
  return addDays(last, Number(day.slice(8)) - Number(last.slice(8)));
}
