import * as z from 'zod';
import { TrendLabel } from '../history/history.ts';
import type { PredictionModel } from '../model.ts';
import { priorRenewalForecast } from '../renewal/prior-renewal.ts';
import { renewalFeaturesOf } from '../renewal/renewal-features.ts';
import { forecastRenewal } from '../renewal/renewal-model.ts';
import type { AdjustedPanel } from '../season/adjust.ts';
import { trendFeatures } from '../trend/trend-features.ts';
import { forecastTrend } from '../trend/trend-model.ts';

const Probability = z.number().min(0).max(1);

/** What a trained model expects of a client: the trend of its satisfaction over the next quarter, and whether it stays. */
export const Forecast = z.object({
  improving: Probability,
  stable: Probability,
  declining: Probability,
  /** The likeliest of the three. */
  label: TrendLabel,
  /** Whether it is likely enough to act on. */
  confident: z.boolean(),
  churn6m: Probability,
  renewalProbability: Probability,
  model: z.string(),
  /** Whether the model learned from simulated clients: shown wherever the forecast is. */
  fromSimulatedData: z.boolean(),
});
export type Forecast = z.infer<typeof Forecast>;

/** A trend needs a year of history: with less, no forecast is made. */
const fewestMonths = 12;

/**
 * The forecast for a client from its months, seasons taken out; undefined with less than a year of them. `score` is the
 * health score of the same day.
 */
export function forecastFor(
  adjusted: AdjustedPanel,
  score: number | undefined,
  model: PredictionModel,
): Forecast | undefined {
  if (adjusted.length < fewestMonths) return undefined;
  const trend = forecastTrend(model.trend, trendFeatures(adjusted));
  const monthsToRenewal = adjusted.columns.monthsToRenewal.at(-1) ?? Number.NaN;
  const renewal = model.renewal
    ? forecastRenewal(model.renewal, renewalFeaturesOf(adjusted, trend), monthsToRenewal)
    : priorRenewalForecast(score, monthsToRenewal, model.usualLoss);
  return {
    improving: round(trend.improving),
    stable: round(trend.stable),
    declining: round(trend.declining),
    label: trend.label,
    confident: trend.confident,
    churn6m: round(renewal.churn6m),
    renewalProbability: round(renewal.renewalProbability),
    model: model.version,
    fromSimulatedData: model.trainedOn.simulated,
  };
}

const round = (probability: number) => Math.round(probability * 10_000) / 10_000;
