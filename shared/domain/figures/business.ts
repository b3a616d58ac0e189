import { Product } from '../clients/client.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { sayDate } from '../health/wording.ts';
import type { IsoMonth } from '../values/iso-date.ts';
import { cite } from './citation.ts';
import { rounded, sayMonthAndYear, share, stated } from './stated.ts';
import { tallyMonth, valueIn } from './tally.ts';
import type { TrackRecord } from './track-record.ts';
import { type YearSoFar, yearSoFar } from './year-so-far.ts';

/** What the office got for its money, and what it gained by its own measure. */
export function businessFigures(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  const year = yearSoFar(record, month);
  return [
    ...(year ? returnOnPrice(year) : []),
    ...gain(record, month, 'staffEfficiencyGain', 'efficiency.gain', 'Staff efficiency gained'),
    ...gain(record, month, 'errorReduction', 'errors.reduction', 'Errors avoided'),
  ];
}

function returnOnPrice({ from, to, savings, complete, promised, price, contractSource }: YearSoFar): GroundedFact[] {
  const span = `from ${sayDate(from)} to ${sayDate(to)}`;
  const times = (id: string, says: string, sources: string[], cents: number) =>
    stated(id, says, sources, { kind: 'ratio', value: rounded(cents / price, 2) });
  const sources = [...(savings?.sources ?? []), contractSource];
  return [
    ...(savings && complete
      ? [times('roi.realised', `Travel savings for the price, ${span}`, sources, savings.sum)]
      : []),
    ...(promised ? [times('roi.promised', 'Travel savings promised for the price', [contractSource], promised)] : []),
  ];
}

/** The mean of what the office measured in the month, in either product. */
function gain(
  record: TrackRecord,
  month: IsoMonth,
  metric: 'staffEfficiencyGain' | 'errorReduction',
  id: string,
  says: string,
): GroundedFact[] {
  const facts = Product.options.flatMap((product) => tallyMonth(record, product, metric, month)?.facts ?? []);
  const inOrder = facts.toSorted((a, b) =>
    a.detail.date < b.detail.date ? -1 : a.detail.date > b.detail.date ? 1 : 0,
  );
  const mean = facts.reduce((sum, fact) => sum + valueIn(fact, metric), 0) / facts.length;
  return share(id, `${says} in ${sayMonthAndYear(month)}`, cite(inOrder, { type: 'usage.reported', metric }), mean);
}
