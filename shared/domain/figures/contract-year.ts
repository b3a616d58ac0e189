import type { Contract } from '../clients/client.ts';
import { addDays, addMonths, daysBetween, type IsoDate, lastDay, monthOf } from '../values/iso-date.ts';

/** The year of a contract that a day lies in, and how much of it has passed with that day. */
export interface ContractYear {
  readonly from: IsoDate;
  /** More than 0, up to 1. */
  readonly passed: number;
}

/** Years run from the day of the contract's start. Undefined before the contract and after its end. */
export function contractYearOf({ start, end }: Pick<Contract, 'start' | 'end'>, on: IsoDate): ContractYear | undefined {
  if (on < start || on > end) return undefined;
  const from = yearsAfter(start, yearsSince(start, on));
  const next = yearsAfter(start, yearsSince(start, on) + 1);
  return { from, passed: daysBetween(from, addDays(on, 1)) / daysBetween(from, next) };
}

/** Whole years from one day to another. */
export function yearsSince(start: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(start.slice(0, 4));
  return yearsAfter(start, years) > on ? years - 1 : years;
}

/** The same day some years later; 29 February becomes the 28th. */
export function yearsAfter(start: IsoDate, years: number): IsoDate {
  const last = lastDay(addMonths(monthOf(start), 12 * years));
  const day = Math.min(Number(start.slice(8)), Number(last.slice(8)));
  return addDays(last, day - Number(last.slice(8)));
}
