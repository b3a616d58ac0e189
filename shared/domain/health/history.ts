import { Product } from '../clients/client.ts';
import { Feature, type UsageReport } from '../facts/usage.ts';
import { addDays, addMonths, type IsoDate, type IsoMonth, lastDay, monthOf } from '../values/iso-date.ts';
import { metricsOf, type UsageMetric } from './model.ts';

/** What the reports of a month say of one metric; a day without a report, or without the metric, is not a zero. */
export interface Tally {
  readonly sum: number;
  readonly reports: number;
  /**
   * The mean of a day: of each weekday first and then over the weekdays, since a month has eight, nine or ten quiet
   * weekend days depending on where it begins, and a score must not move for that.
   */
  readonly daily: number;
}

interface ProductUse {
  readonly reports: number;
  readonly metrics: Readonly<Partial<Record<UsageMetric, Tally>>>;
}

/**
 * A month of use, ending on the same day of the month as the day we look from: seen from a month's last day these are
 * the calendar months, seen from the 20th each runs from the 21st to the 20th. So the latest one is always whole.
 */
export interface MonthOfUse {
  /** The month it ends in. */
  readonly month: IsoMonth;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly products: Readonly<Partial<Record<Product, ProductUse>>>;
  /** Share of seats using a feature, over all reports. */
  readonly features: Readonly<Partial<Record<Feature, Tally>>>;
}

/** The last `count` months of use up to `asOf`, the latest first. Reports must be sorted by date, none after `asOf`. */
export function monthsOfUse(reports: readonly UsageReport[], asOf: IsoDate, count: number): MonthOfUse[] {
  let unread = reports.length;
  return spans(asOf, count).map((span) => {
    const end = unread;
    while (unread > 0 && (reports[unread - 1]?.date ?? '') >= span.from) unread -= 1;
    return { ...span, ...tallyUse(reports.slice(unread, end), span) };
  });
}

type Span = Pick<MonthOfUse, 'month' | 'from' | 'to'>;

/** Spans of a month without gaps, the latest ending on `asOf`: each on the same day, or all on their months' last day. */
function spans(asOf: IsoDate, count: number): Span[] {
  const day = Number(asOf.slice(8));
  const isLast = asOf === lastDay(monthOf(asOf));
  const ends = Array.from({ length: count + 1 }, (_, back) => {
    const last = lastDay(addMonths(monthOf(asOf), -back));
    return isLast || day >= Number(last.slice(8)) ? last : addDays(last, day - Number(last.slice(8)));
  });
  return ends.slice(0, count).map((to, back) => ({ month: monthOf(to), from: addDays(ends[back + 1] ?? to, 1), to }));
}

function tallyUse(reports: readonly UsageReport[], span: Span): Pick<MonthOfUse, 'products' | 'features'> {
  const weekday = weekdaysOf(span);
  const days = reports.map((report) => ({ report, weekday: weekday(report.date) }));
  const features: Partial<Record<Feature, Tally>> = {};
  for (const name of Feature.options) {
    const tally = tallyOf(days, ({ metrics }) => metrics.featureAdoption?.[name]);
    if (tally) features[name] = tally;
  }
  const products: Partial<Record<Product, ProductUse>> = {};
  for (const name of Product.options) {
    const ofProduct = days.filter(({ report }) => report.product === name);
    if (ofProduct.length > 0) products[name] = { reports: ofProduct.length, metrics: tallyMetrics(name, ofProduct) };
  }
  return { products, features };
}

/** Numbers the days of a span so that equal weekdays are equal, 0 to 6: much cheaper than asking for the weekday's name. */
function weekdaysOf({ from, month }: Span): (date: IsoDate) => number {
  const before = monthOf(from) === month ? 0 : Number(lastDay(monthOf(from)).slice(8));
  return (date) => (Number(date.slice(8)) + (date.startsWith(month) ? before : 0)) % 7;
}

interface ReportDay {
  readonly report: UsageReport;
  readonly weekday: number;
}

function tallyMetrics(product: Product, days: readonly ReportDay[]): ProductUse['metrics'] {
  const tallies: Partial<Record<UsageMetric, Tally>> = {};
  for (const name of metricsOf[product]) {
    const tally = tallyOf(days, ({ metrics }) => (metrics as Partial<Record<UsageMetric, number>>)[name]);
    if (tally) tallies[name] = tally;
  }
  return tallies;
}

/** Undefined when no report has a value. */
function tallyOf(days: readonly ReportDay[], read: (report: UsageReport) => number | undefined): Tally | undefined {
  const sums = [0, 0, 0, 0, 0, 0, 0];
  const counts = [0, 0, 0, 0, 0, 0, 0];
  let [sum, reports] = [0, 0];
  for (const { report, weekday } of days) {
    const value = read(report);
    if (value === undefined) continue;
    sum += value;
    reports += 1;
    sums[weekday] = (sums[weekday] ?? 0) + value;
    counts[weekday] = (counts[weekday] ?? 0) + 1;
  }
  if (reports === 0) return undefined;
  let [means, weekdays] = [0, 0];
  counts.forEach((count, weekday) => {
    if (count === 0) return;
    means += (sums[weekday] ?? 0) / count;
    weekdays += 1;
  });
  return { sum, reports, daily: means / weekdays };
}
