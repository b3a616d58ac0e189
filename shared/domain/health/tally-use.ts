import { Product } from '../clients/client.ts';
import { Feature, type UsageReport } from '../facts/usage.ts';
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

/** What the reports of one month say. */
export interface Use {
  readonly products: Readonly<Partial<Record<Product, ProductUse>>>;
  /** Share of seats using a feature, over all reports. */
  readonly features: Readonly<Partial<Record<Feature, Tally>>>;
}

/** Counts reports one by one, each once; `close` tells what was counted since it was opened or closed. */
export function openTallies() {
  const features = Feature.options.map((name) => ({ name, counts: emptyCounts() }));
  const products = Product.options.map((name) => ({
    name,
    reports: 0,
    metrics: metricsOf[name].map((metric) => ({ name: metric, counts: emptyCounts() })),
  }));
  return {
    /** `weekday` is 0 to 6. */
    count({ product, metrics }: UsageReport, weekday: number): void {
      const counted: { readonly [metric in UsageMetric]?: number | undefined } = metrics;
      for (const ofProduct of products) {
        if (ofProduct.name !== product) continue;
        ofProduct.reports += 1;
        for (const { name, counts } of ofProduct.metrics) see(counts, counted[name], weekday);
      }
      const { featureAdoption } = metrics;
      if (featureAdoption) for (const { name, counts } of features) see(counts, featureAdoption[name], weekday);
    },

    close(): Use {
      const use = {
        products: Object.fromEntries(
          products
            .filter(({ reports }) => reports > 0)
            .map(({ name, reports, metrics }) => [name, { reports, metrics: tallied(metrics) }]),
        ),
        features: tallied(features),
      };
      for (const ofProduct of products) ofProduct.reports = 0;
      return use;
    },
  };
}

/** Seven sums, by weekday, and seven counts; then the sum and the count of all. */
const emptyCounts = () => new Float64Array(16);
const [countsFrom, sumAt, reportsAt] = [7, 14, 15];

function see(counts: Float64Array, value: number | undefined, weekday: number): void {
  if (value === undefined) return;
  counts[weekday] = (counts[weekday] ?? 0) + value;
  counts[countsFrom + weekday] = (counts[countsFrom + weekday] ?? 0) + 1;
  counts[sumAt] = (counts[sumAt] ?? 0) + value;
  counts[reportsAt] = (counts[reportsAt] ?? 0) + 1;
}

/** The tallies of what has a value, leaving the counts empty. */
function tallied<Name extends string>(counted: readonly { name: Name; counts: Float64Array }[]) {
  const tallies: Partial<Record<Name, Tally>> = {};
  for (const { name, counts } of counted) {
    const [sum = 0, reports = 0] = [counts[sumAt], counts[reportsAt]];
    if (reports === 0) continue;
    tallies[name] = { sum, reports, daily: meanOfWeekdays(counts) };
    counts.fill(0);
  }
  return tallies;
}

function meanOfWeekdays(counts: Float64Array): number {
  let [means, weekdays] = [0, 0];
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const reports = counts[countsFrom + weekday] ?? 0;
    if (reports === 0) continue;
    means += (counts[weekday] ?? 0) / reports;
    weekdays += 1;
  }
  return means / weekdays;
}
