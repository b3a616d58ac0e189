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
  const features = Feature.options.map((name, row) => ({ name, row }));
  let rows = features.length;
  const products = Product.options.map((name) => ({
    name,
    reports: 0,
    metrics: metricsOf[name].map((metric) => ({ name: metric, row: rows++ })),
  }));
  const counts = new Float64Array(rows * width);
  return {
    /** `weekday` is 0 to 6. */
    count({ product, metrics }: UsageReport, weekday: number): void {
      const counted: { readonly [metric in UsageMetric]?: number | undefined } = metrics;
      for (const ofProduct of products) {
        if (ofProduct.name !== product) continue;
        ofProduct.reports += 1;
        for (const { row, name } of ofProduct.metrics) see(counts, row, counted[name], weekday);
      }
      const { featureAdoption } = metrics;
      if (featureAdoption) for (const { name, row } of features) see(counts, row, featureAdoption[name], weekday);
    },

    close(): Use {
      const use = {
        products: Object.fromEntries(
          products
            .filter(({ reports }) => reports > 0)
            .map(({ name, reports, metrics }) => [name, { reports, metrics: tallied(metrics, counts) }]),
        ),
        features: tallied(features, counts),
      };
      for (const ofProduct of products) ofProduct.reports = 0;
      counts.fill(0);
      return use;
    },
  };
}

/** A row holds seven sums, by weekday, and seven counts; then the sum and the count of all. */
const [countsAt, sumAt, reportsAt, width] = [7, 14, 15, 16];

function see(counts: Float64Array, row: number, value: number | undefined, weekday: number): void {
  if (value === undefined) return;
  const at = row * width;
  counts[at + weekday] = (counts[at + weekday] ?? 0) + value;
  counts[at + countsAt + weekday] = (counts[at + countsAt + weekday] ?? 0) + 1;
  counts[at + sumAt] = (counts[at + sumAt] ?? 0) + value;
  counts[at + reportsAt] = (counts[at + reportsAt] ?? 0) + 1;
}

function tallied<Name extends string>(counted: readonly { name: Name; row: number }[], counts: Float64Array) {
  const tallies: Partial<Record<Name, Tally>> = {};
  for (const { name, row } of counted) {
    const [sum = 0, reports = 0] = [counts[row * width + sumAt], counts[row * width + reportsAt]];
    if (reports > 0) tallies[name] = { sum, reports, daily: meanOfWeekdays(counts, row * width) };
  }
  return tallies;
}

function meanOfWeekdays(counts: Float64Array, from: number): number {
  let [means, weekdays] = [0, 0];
  for (let at = from; at < from + countsAt; at += 1) {
    const reports = counts[at + countsAt] ?? 0;
    if (reports === 0) continue;
    means += (counts[at] ?? 0) / reports;
    weekdays += 1;
  }
  return means / weekdays;
}
