import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { addMonths, type IsoMonth } from '../values/iso-date.ts';
import { hours, hoursIn } from './hours.ts';
import { savingsIn } from './savings.ts';
import { money, sayMonthAndYear, stated } from './stated.ts';
import type { TrackRecord } from './track-record.ts';

const months = 6;

/** Six months of travel savings and of hours saved for bars, m1 the mail's month; a month not known has no bar. */
export const barFigures = (record: TrackRecord, month: IsoMonth): GroundedFact[] =>
  Array.from({ length: months }, (_, back) => addMonths(month, -back)).flatMap((each, back) => {
    const [when, at] = [sayMonthAndYear(each), `m${back + 1}`];
    const saved = savingsIn(record, each);
    const worked = hoursIn(record, each);
    return [
      ...(saved
        ? labelled(`savings.${at}`, each, money(`savings.${at}`, `Travel savings in ${when}`, saved.sources, saved.sum))
        : []),
      ...labelled(`hours.${at}`, each, hours(`hours.${at}`, `Staff hours saved in ${when}`, worked)),
    ];
  });

const labelled = (id: string, month: IsoMonth, bar: GroundedFact[]): GroundedFact[] =>
  bar.flatMap((fact) => [fact, stated(`${id}.month`, sayMonthAndYear(month), fact.sources, { kind: 'month', month })]);
