import type { Blackout } from '../cadence/mailing.ts';
import { addDays, firstDay, type IsoDate, type IsoMonth, lastDay } from '../values/iso-date.ts';

/** Monday to Friday, outside the days on which the office is to be left alone. */
function isWorkingDay(date: IsoDate, blackouts: readonly Blackout[]): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !blackouts.some(({ from, to }) => from <= date && date <= to);
}

/** The working days from one day to another, both included. */
export function workingDays(from: IsoDate, to: IsoDate, blackouts: readonly Blackout[]): IsoDate[] {
  const days: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (isWorkingDay(date, blackouts)) days.push(date);
  return days;
}

export const workingDaysOf = (month: IsoMonth, blackouts: readonly Blackout[]): IsoDate[] =>
  workingDays(firstDay(month), lastDay(month), blackouts);

/** The first working day from a day on, within a month; the day itself where there is none. */
export const workingDayFrom = (date: IsoDate, blackouts: readonly Blackout[]): IsoDate =>
  workingDays(date, addDays(date, 30), blackouts)[0] ?? date;
