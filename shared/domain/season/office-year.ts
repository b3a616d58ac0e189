import type { Client, ClientType } from '../clients/client.ts';
import { type Days, fixed, fromWeekday, lastOfFiscalYear } from './yearly-days.ts';

/** Days that come back every year. */
interface YearlySpan {
  readonly because: string;
  readonly days: (year: number, fiscalYearEnd: Client['fiscalYearEnd']) => Days;
}

export interface OfficeYear {
  readonly blackouts: readonly YearlySpan[];
  readonly trainingWindows: readonly YearlySpan[];
}

const holidays: YearlySpan = {
  because: 'the holidays, 20 December to 2 January',
  days: (year) => fixed(year, '12-20', '01-02'),
};

/** The fourth Thursday of November, with the day before it and the weekend after it. */
const thanksgiving: YearlySpan = {
  because: 'Thanksgiving',
  days: (year) => fromWeekday({ year, month: 11, weekday: 4, nth: 4, first: -1, last: 3 }),
};

/**
 * Every college conference. Source: domain-facts.md, "A client's year", column "avoid", and "Seasons". Where it gives no
 * dates ours are chosen, to be edited per client: the play-off week is that of the third Monday of January (the title
 * games of 2025 and 2026); early November is cross country and soccer, late November volleyball; mid to late May is
 * baseball and softball. "Last week" of June is the year's end, so it follows the client's own fiscal year.
 */
const conference: readonly YearlySpan[] = [
  {
    because: 'the football play-off week',
    days: (year) => fromWeekday({ year, month: 1, weekday: 1, nth: 3, first: -3, last: 1 }),
  },
  { because: 'the basketball tournaments: operational mail only', days: (year) => fixed(year, '03-08', '03-20') },
  { because: 'the spring championship weeks', days: (year) => fixed(year, '05-16', '05-27') },
  { because: 'the last week of the fiscal year', days: (year, end) => lastOfFiscalYear(year, end, 7) },
  { because: 'the season starts: the last ten days of August', days: (year) => fixed(year, '08-22', '08-31') },
  { because: 'the soccer and cross-country championships', days: (year) => fixed(year, '11-01', '11-08') },
  {
    because: 'the volleyball championships',
    days: (year) => fromWeekday({ year, month: 11, weekday: 4, nth: 4, first: -6, last: -2 }),
  },
  thanksgiving,
  { because: 'the football championship, first week of December', days: (year) => fixed(year, '12-01', '12-07') },
  holidays,
];

/**
 * Media days differ by conference: in 2025 those of power conferences were on 8-9 and 14-17 July, of mid-majors about 16
 * and on 24-25 July (domain-facts.md). Until a client's own week is entered, both weeks of its kind are left alone: in
 * 2025, 7 to 18 and 14 to 25 July.
 */
const mediaDays = (nth: number): YearlySpan => ({
  because: 'the weeks of media days',
  days: (year) => fromWeekday({ year, month: 7, weekday: 1, nth, first: 0, last: 11 }),
});

/** Off-season at the office: domain-facts.md, training windows A and B. Blackouts within them still hold. */
const offSeason: readonly YearlySpan[] = [
  { because: 'training window A, mid April to mid May', days: (year) => fixed(year, '04-15', '05-15') },
  { because: 'training window B, mid June to mid July', days: (year) => fixed(year, '06-15', '07-15') },
];

/** We do not know the season of these clients, so training is never out of season. */
const anySeason: readonly YearlySpan[] = [
  { because: 'no season is known for such a client', days: (year) => fixed(year, '01-01', '12-31') },
];

/** What a year at an office of each kind leaves room for. */
export const officeYears: Readonly<Record<ClientType, OfficeYear>> = {
  'power-conference': { blackouts: [...conference, mediaDays(1)], trainingWindows: offSeason },
  'mid-major-conference': { blackouts: [...conference, mediaDays(2)], trainingWindows: offSeason },
  'governing-body': { blackouts: [thanksgiving, holidays], trainingWindows: anySeason },
  'professional-league': { blackouts: [thanksgiving, holidays], trainingWindows: anySeason },
  /** Thanksgiving is an American holiday. */
  'international-body': { blackouts: [holidays], trainingWindows: anySeason },
};
