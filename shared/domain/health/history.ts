import type { UsageReport } from '../facts/usage.ts';
import { addDays, addMonths, dayOf, type IsoDate, type IsoMonth, lastDay, monthOf } from '../values/iso-date.ts';
import { openTallies, type Use } from './tally-use.ts';

/**
 * A month of use, ending on the same day of the month as the day we look from: seen from a month's last day these are
 * the calendar months, seen from the 20th each runs from the 21st to the 20th. So the latest one is always whole.
 */
export interface MonthOfUse extends Use {
  /** The month it ends in. */
  readonly month: IsoMonth;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The last `count` months of use up to `asOf`, the latest first. Reports must be sorted by date, none after `asOf`. */
export function monthsOfUse(reports: readonly UsageReport[], asOf: IsoDate, count: number): MonthOfUse[] {
  const tallies = openTallies();
  let unread = reports.length;
  return spans(asOf, count).map((span) => {
    const end = unread;
    unread = firstFrom(reports, span.from, end);
    const weekday = weekdaysOf(span);
    for (let at = unread; at < end; at += 1) {
      const report = reports[at];
      if (report) tallies.count(report, weekday(report.date));
    }
    return { ...span, ...tallies.close() };
  });
}

/** The place of the first report of a day or later, before `end`: by halves, since comparing every date is felt. */
function firstFrom(reports: readonly UsageReport[], day: IsoDate, end: number): number {
  let [least, most] = [0, end];
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((reports[middle]?.date ?? '') < day) least = middle + 1;
    else most = middle;
  }
  return least;
}

type Span = Pick<MonthOfUse, 'month' | 'from' | 'to'>;

/** Spans of a month without gaps, the latest ending on `asOf`: each on the same day, or all on their months' last day. */
function spans(asOf: IsoDate, count: number): Span[] {
  const day = dayOf(asOf);
  const isLast = asOf === lastDay(monthOf(asOf));
  const ends = Array.from({ length: count + 1 }, (_, back) => {
    const last = lastDay(addMonths(monthOf(asOf), -back));
    return isLast || day >= dayOf(last) ? last : addDays(last, day - dayOf(last));
  });
  return ends.slice(0, count).map((to, back) => ({ month: monthOf(to), from: addDays(ends[back + 1] ?? to, 1), to }));
}

/** Numbers the days of a span so that equal weekdays are equal, 0 to 6: much cheaper than asking for the weekday's name. */
function weekdaysOf({ from, month }: Span): (date: IsoDate) => number {
  const before = monthOf(from) === month ? 0 : dayOf(lastDay(monthOf(from)));
  return (date) => (dayOf(date) + (date.startsWith(month) ? before : 0)) % 7;
}
