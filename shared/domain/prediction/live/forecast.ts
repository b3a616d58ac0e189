import * as z from 'zod';
import type { Dossier } from '../../health/dossier.ts';
import { monthIndex, TrendLabel } from '../history/history.ts';
import { panelOf } from '../history/panel.ts';
import type { PredictionModel } from '../model.ts';
import { priorRenewalForecast } from '../renewal/prior-renewal.ts';
import { renewalFeaturesOf } from '../renewal/renewal-features.ts';
import { forecastRenewal } from '../renewal/renewal-model.ts';
import { adjust, fitPeerSeasons, type PeerSeasons } from '../season/adjust.ts';
import { trendFeatures } from '../trend/trend-features.ts';
import { forecastTrend } from '../trend/trend-model.ts';
import { historyOf } from './history-of-facts.ts';

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
 * The forecast for a client from what is recorded of it; undefined with less than a year of history. `seasons` are those
 * learned from all clients; without them the sporting calendar stands in. `score` is the health score of the same day.
 */
export function forecastFor(
  dossier: Dossier,
  score: number | undefined,
  model: PredictionModel,
  seasons: PeerSeasons = calendarOnly,
): Forecast | undefined {
  const history = historyOf(dossier);
  const last = history.months.at(-1);
  if (!last || history.months.length < fewestMonths) return undefined;
  const panel = panelOf(history);
  const adjusted = adjust(panel, seasons);
  const trend = forecastTrend(model.trend, trendFeatures(adjusted));
  const monthsToRenewal = last.monthsToRenewal ?? Number.NaN;
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

/** With nobody to learn from, every season is the calendar's. */
const calendarOnly: PeerSeasons = fitPeerSeasons([], monthIndex('2000-01' as never));
