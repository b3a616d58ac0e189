import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { sayDate } from '../health/wording.ts';
import { addMonths, type IsoMonth, lastDay } from '../values/iso-date.ts';
import { money, sayMonthAndYear, share } from './stated.ts';
import { changeBetween, isWhole, tallyMonth, tallySpan } from './tally.ts';
import type { TrackRecord } from './track-record.ts';
import { yearSoFar } from './year-so-far.ts';

/** Travel savings: of the month and the one before, of the contract year so far, and of all that was ever recorded. */
export function savingsFigures(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  const now = savingsIn(record, month);
  const before = savingsIn(record, addMonths(month, -1));
  const change = changeBetween(before, now);
  const moved = `Change of travel savings from ${sayMonthAndYear(addMonths(month, -1))} to ${sayMonthAndYear(month)}`;
  return [
    ...(now ? money('savings.month', sayIn(month), now.sources, now.sum) : []),
    ...(before ? money('savings.before', sayIn(addMonths(month, -1)), before.sources, before.sum) : []),
    ...share('savings.change', moved, [...(before?.sources ?? []), ...(now?.sources ?? [])], change),
    ...ofTheYear(record, month),
    ...inTotal(record, month),
  ];
}

export const savingsIn = (record: TrackRecord, month: IsoMonth) =>
  tallyMonth(record, 'flextime', 'travelSavingsCents', month);

const sayIn = (month: IsoMonth) => `Travel savings in ${sayMonthAndYear(month)}`;

function ofTheYear(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  const year = yearSoFar(record, month);
  if (!year) return [];
  const { savings, promised, complete, from, to, contractSource } = year;
  const span = `from ${sayDate(from)} to ${sayDate(to)}`;
  const against = complete && savings && promised ? savings.sum / promised : undefined;
  const sources = [...(savings?.sources ?? []), contractSource];
  return [
    ...(savings ? money('savings.year', `Travel savings recorded ${span}`, savings.sources, savings.sum) : []),
    ...(promised ? money('savings.promised', `Travel savings promised ${span}`, [contractSource], promised) : []),
    ...share('savings.against-promise', `Travel savings against those promised, ${span}`, sources, against),
  ];
}

function inTotal(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  const to = lastDay(month);
  const total = isWhole(month, record.today) ? tallySpan(record, 'flextime', 'travelSavingsCents', { to }) : undefined;
  const [first] = total?.facts ?? [];
  if (!total || !first) return [];
  const says = `Travel savings recorded from ${sayDate(first.detail.date)} to ${sayDate(to)}`;
  return money('savings.total', says, total.sources, total.sum);
}
