import { addDays, addMonths, type IsoDate, type IsoMonth, monthOf } from '../values/iso-date.ts';
import type { Claim } from './claim.ts';
import type { FactSheet, GroundedFact } from './grounded-fact.ts';

const which = 'this|the current|last|past|previous|prior|preceding|the next|next|coming|following';
const period =
  'day|week|weekend|month|quarter|year|season|semester|spring|summer|fall|autumn|winter|morning|afternoon|evening|night|decade|(?:fiscal|calendar|academic) year';
const relative = new RegExp(
  [
    'yesterday|tonight|tomorrow',
    // "Tell us today" dates nothing.
    '(?<=(?:due|ends?|ended|expires?|expired|starts?|started|closes?|closed|opens?|locks?|until|by|since|from|before|after|meet|planned|for) )today',
    `(?:${which})[ \\n](?:same )?(?:${period})`,
    `the (?:${period}) (?:before|after)`,
    `an? (?:${period}) (?:ago|earlier|before|later|from now)`,
  ]
    .map((pattern) => `\\b(?:${pattern})\\b`)
    .join('|'),
  'gi',
);

/**
 * Every period that a text names by its distance from now or from the month it is about, and that does not hold a dated
 * fact: "last month" needs a date or month of last month on the sheet, "tomorrow" one of tomorrow, "the month before" two
 * months in a row. Without `today` only the last of these can be true.
 */
export function relativeDatesIn(text: string, sheet: FactSheet, today: IsoDate | undefined): Claim[] {
  const dated = [...sheet.values()].flatMap((fact) => datesOf(fact));
  return [...text.matchAll(relative)].flatMap(({ 0: words, index }) => {
    const said = words.toLowerCase().replace(/\s/g, ' ');
    if (isBefore(said, dated) || (today !== undefined && dated.some((date) => meets(said, date, today)))) return [];
    return [
      { what: 'date', why: 'no dated fact lies in this period', start: index, end: index + words.length } as const,
    ];
  });
}

interface Dated {
  readonly month: IsoMonth;
  readonly date?: IsoDate;
}

function datesOf(fact: GroundedFact): Dated[] {
  if (fact.kind === 'month') return [{ month: fact.month }];
  if (fact.kind === 'date') return [{ month: monthOf(fact.date), date: fact.date }];
  return [];
}

/** "The month before", "a month earlier" and "the previous month" look back from the month the text is about. */
const isBefore = (said: string, dated: readonly Dated[]) =>
  /^(?:the month before|a month (?:earlier|before)|(?:previous|prior|preceding) month)$/.test(said) &&
  dated.some((later) => dated.some((earlier) => !earlier.date && addMonths(earlier.month, 1) === later.month));

function meets(said: string, { month, date }: Dated, today: IsoDate): boolean {
  const ahead = /^(?:the )?(?:next|coming|following)|tomorrow/.test(said)
    ? 1
    : /^(?:last|past|prev|prior|prec)|yester/.test(said)
      ? -1
      : 0;
  const unit = said.split(' ').at(-1);
  if (unit === 'month') return month === addMonths(monthOf(today), ahead);
  if (unit === 'year')
    return (
      !/(?:fiscal|academic) year|^an? /.test(said) &&
      month.slice(0, 4) === addMonths(monthOf(today), ahead * 12).slice(0, 4)
    );
  if (date === undefined) return false;
  if (unit === 'week') return mondayOf(date) === addDays(mondayOf(today), ahead * 7);
  return /^(?:yesterday|today|tomorrow)$/.test(said) && date === addDays(today, ahead);
}

const mondayOf = (date: IsoDate): IsoDate => addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
