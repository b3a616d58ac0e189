import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { sayDate } from '../health/wording.ts';
import { addMonths, type IsoMonth, lastDay } from '../values/iso-date.ts';
import { contractYearOf } from './contract-year.ts';
import { rounded, sayMonthAndYear, share, stated } from './stated.ts';
import { changeBetween, isWhole, type Tally, tallyMonth, tallySpan } from './tally.ts';
import type { TrackRecord } from './track-record.ts';

/** Staff hours saved by HELiiX: of the month, of the contract year so far, and of all that was ever recorded. */
export function hoursFigures(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  const to = lastDay(month);
  const now = hoursIn(record, month);
  const before = hoursIn(record, addMonths(month, -1));
  const year = record.contract && contractYearOf(record.contract, to);
  const span = (from?: typeof to) =>
    isWhole(month, record.today)
      ? tallySpan(record, 'heliix', 'hoursSaved', { ...(from ? { from } : {}), to })
      : undefined;
  const moved = `Change of hours saved from ${sayMonthAndYear(addMonths(month, -1))} to ${sayMonthAndYear(month)}`;
  return [
    ...hours('hours.month', `Staff hours saved in ${sayMonthAndYear(month)}`, now),
    ...share('hours.change', moved, [...(before?.sources ?? []), ...(now?.sources ?? [])], changeBetween(before, now)),
    ...(year ? recorded('hours.year', span(year.from), to) : []),
    ...recorded('hours.total', span(), to),
  ];
}

export const hoursIn = (record: TrackRecord, month: IsoMonth) => tallyMonth(record, 'heliix', 'hoursSaved', month);

/** Hours to a hundredth; none when they are not known. */
export const hours = (id: string, says: string, tally: Tally | undefined): GroundedFact[] =>
  tally ? [stated(id, says, tally.sources, { kind: 'hours', value: rounded(tally.sum, 2) })] : [];

function recorded(id: string, tally: Tally | undefined, to: ReturnType<typeof lastDay>): GroundedFact[] {
  const [first] = tally?.facts ?? [];
  return first
    ? hours(id, `Staff hours saved, recorded from ${sayDate(first.detail.date)} to ${sayDate(to)}`, tally)
    : [];
}
