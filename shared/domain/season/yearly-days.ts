import type { Client } from '../clients/client.ts';
import { addDays, addMonths, firstDay, type IsoDate, IsoMonth, lastDay } from '../values/iso-date.ts';

/** Both days belong to it. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** From one `MM-DD` to another, which lies in the next year when it is the earlier one. */
export const fixed = (year: number, from: string, to: string): Days => ({
  from: dayIn(year, from),
  to: dayIn(to < from ? year + 1 : year, to),
});

interface FromWeekday {
  readonly year: number;
  /** 1 (January) to 12. */
  readonly month: number;
  /** Sunday is 0. */
  readonly weekday: number;
  /** The first such weekday of the month is 1. */
  readonly nth: number;
  /** Days counted from that weekday. */
  readonly first: number;
  readonly last: number;
}

/** Days around the nth weekday of a month: Thanksgiving is the fourth Thursday of November. */
export function fromWeekday({ year, month, weekday, nth, first, last }: FromWeekday): Days {
  const start = firstDay(monthIn(year, month));
  const ahead = (weekday - new Date(start).getUTCDay() + 7) % 7;
  const day = addDays(start, ahead + (nth - 1) * 7);
  return { from: addDays(day, first), to: addDays(day, last) };
}

/** The last days of the fiscal year that ends in this calendar year. */
export function lastOfFiscalYear(year: number, fiscalYearEnd: Client['fiscalYearEnd'], days: number): Days {
  const to = dayIn(year, fiscalYearEnd);
  return { from: addDays(to, 1 - days), to };
}

/** That day, or the month's last when the month is shorter that year: `02-29` in 2027 is 28 February. */
function dayIn(year: number, monthDay: string): IsoDate {
  const month = monthIn(year, Number(monthDay.slice(0, 2)));
  const day = addDays(firstDay(month), Number(monthDay.slice(3)) - 1);
  return day < firstDay(addMonths(month, 1)) ? day : lastDay(month);
}

const monthIn = (year: number, month: number) => IsoMonth.parse(`${year}-${String(month).padStart(2, '0')}`);
