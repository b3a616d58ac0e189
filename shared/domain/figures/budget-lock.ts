import type { Client, Contract } from '../clients/client.ts';
import { addDays, addMonths, firstDay, type IsoDate, type IsoMonth, lastDay, monthOf } from '../values/iso-date.ts';

/** When a renewal is decided at the client: everything is counted back from the end of a fiscal year. */
export interface BudgetCalendar {
  /** The last day of the fiscal year before the one that pays for the renewal. */
  readonly fiscalYearEnd: IsoDate;
  /** After this day the draft budget takes no new number. */
  readonly lock: IsoDate;
  /** The proposal must be there. */
  readonly proposalDue: IsoDate;
}

/**
 * A renewal at the end of June needs its number in the draft budget by March, the proposal in April, the decision at the
 * spring meeting; other fiscal years alike, so many months before their end (source: domain-facts.md, "Budget").
 * Undefined when the budget was locked before the contract began: it was signed too late to renew through a budget.
 */
export function budgetCalendarOf(
  { fiscalYearEnd }: Pick<Client, 'fiscalYearEnd'>,
  { start, end }: Pick<Contract, 'start' | 'end'>,
): BudgetCalendar | undefined {
  const sameYear = dayOfYear(end.slice(0, 4), fiscalYearEnd);
  const yearEnd = sameYear <= end ? sameYear : dayOfYear(String(Number(end.slice(0, 4)) - 1), fiscalYearEnd);
  const lock = lastDay(monthsBefore(yearEnd, monthsBeforeEnd.lock));
  return lock < start
    ? undefined
    : { fiscalYearEnd: yearEnd, lock, proposalDue: lastDay(monthsBefore(yearEnd, monthsBeforeEnd.proposal)) };
}

/** The month that lies so many before the one a fiscal year ends in. */
export const monthsBefore = (fiscalYearEnd: IsoDate, months: number): IsoMonth =>
  addMonths(monthOf(fiscalYearEnd), -months);

const monthsBeforeEnd = { lock: 3, proposal: 2 } as const;

/** The last day of a fiscal year given as MM-DD; 29 February is the last of February. */
function dayOfYear(year: string, monthAndDay: string): IsoDate {
  const first = firstDay(`${year}-${monthAndDay.slice(0, 2)}` as IsoMonth);
  return monthAndDay === '02-29' ? lastDay(monthOf(first)) : addDays(first, Number(monthAndDay.slice(3)) - 1);
}
