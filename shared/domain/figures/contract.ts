import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { addDays, daysBetween, type IsoDate } from '../values/iso-date.ts';
import { budgetCalendarOf } from './budget-lock.ts';
import { yearsAfter, yearsSince } from './contract-year.ts';
import { stated } from './stated.ts';
import type { TrackRecord } from './track-record.ts';
import { contractSource } from './year-so-far.ts';

/** A date of the budget is news from four months before it, and none after it. */
const daysAhead = 120;

/** The contract's dates, and those of the budget its renewal depends on as they come near. Nothing without a contract. */
export function contractFigures({ client, contract, today }: TrackRecord): GroundedFact[] {
  if (!contract) return [];
  const { start, end } = contract;
  const own = [contractSource(contract)];
  const both = [...own, `client:${client.clientId}`];
  const budget = budgetCalendarOf(client, contract);
  const since = today < start ? 0 : yearsSince(start, today);
  return [
    date('contract.end', 'Last day of the contract', own, end),
    ...near(today, budget?.lock, (on) => date('budget.lock', 'Last day for a number in the draft budget', both, on)),
    ...near(today, budget?.proposalDue, (on) => date('proposal.due', 'When the renewal proposal is due', both, on)),
    ...years('contract.years', 'Years the contract runs', own, wholeYears(start, addDays(end, 1))),
    ...years('anniversary.years', 'Whole years since the contract began', own, since),
  ];
}

const date = (id: string, says: string, sources: string[], on: IsoDate) =>
  stated(id, says, sources, { kind: 'date', date: on });

const years = (id: string, says: string, sources: string[], value: number) =>
  value > 0 ? [stated(id, says, sources, { kind: 'count', value })] : [];

const near = (today: IsoDate, on: IsoDate | undefined, say: (on: IsoDate) => GroundedFact) =>
  on !== undefined && on >= today && daysBetween(today, on) <= daysAhead ? [say(on)] : [];

/** 0 for a contract that does not run for whole years. */
const wholeYears = (start: IsoDate, next: IsoDate) =>
  yearsAfter(start, yearsSince(start, next)) === next ? yearsSince(start, next) : 0;
