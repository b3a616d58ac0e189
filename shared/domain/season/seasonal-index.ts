import { addDays, daysBetween, type IsoDate, monthNumber, monthOf } from '../values/iso-date.ts';
import type { MonthExpectation } from './sporting-calendar.ts';

/** A span of at most 31 days. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Expected deviation of log usage from the year's average, and how sure we are of it (standard deviation). */
export interface Expectation {
  readonly log: number;
  readonly spread: number;
}

/** The season of one product at one client, January first. */
export type SeasonalIndex = readonly Expectation[];

/** How far log usage lay from its own level in a span, beyond what the calendar expected. */
export interface Deviation {
  readonly span: Span;
  readonly log: number;
}

/** The calendar as deviations of log usage, centred so that the year's average is 0. */
export const indexFromCalendar = (calendar: readonly MonthExpectation[]): SeasonalIndex =>
  centred(calendar.map(({ times, spread }) => ({ log: Math.log(times), spread })));

/**
 * Moves the calendar's expectation toward what this client did, by n / (n + kappa) for n months seen, where
 * kappa = (noise / spread)^2: the normal prior's update. A spread of 0.18 gives health-model.md's kappa of 2 for usage.
 * The spread left shrinks with what was seen.
 */
export function learnSeason(prior: SeasonalIndex, seen: readonly Deviation[], noise: number): SeasonalIndex {
  const sums = prior.map(() => ({ months: 0, log: 0 }));
  for (const { span, log } of seen)
    for (const [month, share] of sharesOf(span)) {
      const sum = sums[month];
      if (sum) [sum.months, sum.log] = [sum.months + share, sum.log + share * log];
    }
  const learned = prior.map((expected, month) => {
    const { months, log } = sums[month] ?? { months: 0, log: 0 };
    if (months === 0) return expected;
    const kappa = (noise / expected.spread) ** 2;
    return {
      log: expected.log + log / (months + kappa),
      spread: expected.spread * Math.sqrt(kappa / (months + kappa)),
    };
  });
  return centred(learned);
}

/** Around a yearly average of 0: what is higher all year is the level, not the season. */
function centred(index: SeasonalIndex): SeasonalIndex {
  const mean = index.reduce((sum, { log }) => sum + log, 0) / index.length;
  return index.map(({ log, spread }) => ({ log: log - mean, spread }));
}

/** What to expect of a span that may lie in two calendar months: each month by its share of the days. */
export function expectationFor(index: SeasonalIndex, span: Span): Expectation {
  const expected = { log: 0, spread: 0 };
  for (const [month, share] of sharesOf(span)) {
    expected.log += share * (index[month]?.log ?? 0);
    expected.spread += share * (index[month]?.spread ?? 0);
  }
  return expected;
}

/** The calendar month, 0 to 11, in which most of the span lies. */
export const mainMonth = ({ from, to }: Span): number =>
  monthNumber(monthOf(addDays(from, Math.floor(daysBetween(from, to) / 2)))) - 1;

/** The calendar months (0 to 11) a span touches, with the share of its days in each. */
function sharesOf({ from, to }: Span): (readonly [number, number])[] {
  const [first, last] = [monthNumber(monthOf(from)) - 1, monthNumber(monthOf(to)) - 1];
  if (first === last) return [[first, 1]];
  const inLast = Number(to.slice(8)) / (daysBetween(from, to) + 1);
  return [
    [first, 1 - inLast],
    [last, inLast],
  ];
}
