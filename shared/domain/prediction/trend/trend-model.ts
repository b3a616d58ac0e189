import * as z from 'zod';
import { classProbabilities, fitMultinomial } from '../statistics/multinomial-logistic.ts';
import { sortedQuantile } from '../statistics/robust.ts';
import { fitScaling, standardise } from '../statistics/standardise.ts';
import { TrendLabel } from '../history/history.ts';

/** A fitted trend model: plain numbers, so that it can be stored and read. */
export const TrendModel = z.object({
  features: z.array(z.string()),
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  /** For declining, stable and improving: the intercept, then one weight per feature. */
  weights: z.array(z.array(z.number())).length(3),
  /** A prediction is confident when its likeliest class is at least this probable. */
  confidentFrom: z.number().min(0).max(1),
});
export type TrendModel = z.infer<typeof TrendModel>;

export interface TrendForecast {
  readonly improving: number;
  readonly stable: number;
  readonly declining: number;
  readonly label: TrendLabel;
  readonly confident: boolean;
}

export interface LabelledRow {
  readonly features: Float64Array;
  readonly label: TrendLabel;
}

/** Learns the trend of the next quarter from labelled as-of points. */
export function fitTrendModel(rows: readonly LabelledRow[], features: readonly string[], ridge = 10): TrendModel {
  const scaling = fitScaling(rows.map((row) => row.features));
  const scaled = rows.map((row) => standardise(row.features, scaling));
  const classes = rows.map(({ label }) => TrendLabel.options.indexOf(label));
  const weights = fitMultinomial(scaled, classes, 3, ridge);
  const confidence = scaled.map((row) => Math.max(...classProbabilities(weights, row))).sort((a, b) => a - b);
  return {
    features: [...features],
    mean: [...scaling.mean],
    deviation: [...scaling.deviation],
    weights: weights.map((ofClass) => [...ofClass]),
    confidentFrom: sortedQuantile(confidence, uncertainShare),
  };
}

/** The share of training points left unmarked as confident: the promise is at least 80 % marked, with room for chance. */
const uncertainShare = 0.17;

/** The probability of each trend, the likeliest, and whether it is likely enough to act on. */
export function forecastTrend(model: TrendModel, features: Float64Array): TrendForecast {
  const [declining = 0, stable = 0, improving = 0] = classProbabilities(model.weights, standardise(features, model));
  const label = declining > stable && declining > improving ? 'declining' : improving > stable ? 'improving' : 'stable';
  return { improving, stable, declining, label, confident: Math.max(declining, stable, improving) >= model.confidentFrom };
}
