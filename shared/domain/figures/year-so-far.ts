import { type IsoDate, type IsoMonth, lastDay } from '../values/iso-date.ts';
import { contractYearOf } from './contract-year.ts';
import { allKnown, isWhole, type Tally, tallySpan } from './tally.ts';
import type { TrackRecord } from './track-record.ts';

export interface YearSoFar {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly savings: Tally | undefined;
  /** Whether every month of it is known: only then may the sum be held against the price or the promise. */
  readonly complete: boolean;
  /** The part of a year's promise and price that has passed, in cents. */
  readonly promised: number | undefined;
  readonly price: number;
  readonly contractSource: string;
}

/** The contract year up to the end of a month. Undefined without a contract in force then, or before the month is over. */
export function yearSoFar(record: TrackRecord, month: IsoMonth): YearSoFar | undefined {
  const { contract, today } = record;
  const to = lastDay(month);
  const year = contract && isWhole(month, today) ? contractYearOf(contract, to) : undefined;
  if (!contract || !year) return undefined;
  const { from, passed } = year;
  const { annualValueCents, promisedSavingsCents } = contract;
  return {
    from,
    to,
    savings: tallySpan(record, 'flextime', 'travelSavingsCents', { from, to }),
    complete: allKnown(record, 'flextime', 'travelSavingsCents', from, to),
    promised: promisedSavingsCents === undefined ? undefined : passed * promisedSavingsCents,
    price: passed * annualValueCents,
    contractSource: contractSource(contract),
  };
}

/** How a contract is cited. */
export const contractSource = ({ clientId, start }: NonNullable<TrackRecord['contract']>): string =>
  `contract:${clientId}:${start}`;
