import type { Dimension } from '../health/assessment.ts';
import type { HealthBand } from '../health/band.ts';
import type { IsoMonth } from '../values/iso-date.ts';
import { type History, monthAt, type TrendLabel } from './history/history.ts';
import { panelOf } from './history/panel.ts';
import type { PredictionModel } from './model.ts';
import { priorRenewalForecast } from './renewal/prior-renewal.ts';
import { renewalFeaturesOf } from './renewal/renewal-features.ts';
import { forecastRenewal } from './renewal/renewal-model.ts';
import { trendFeatures } from './trend/trend-features.ts';
import { forecastTrend } from './trend/trend-model.ts';
import { type AsOfPoint, walkForward } from './walk-forward.ts';

/** What can be said of a client at the end of a month, using nothing later. */
export interface Prediction {
  readonly clientId: string;
  readonly asOf: IsoMonth;
  /** 0 to 100, two decimals; null with `band` and `seasonFactor` when too little is known. */
  readonly healthScore: number | null;
  readonly band: HealthBand | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** 0 to 100 each; a dimension nothing is known of is absent. */
  readonly dimensions: Readonly<Partial<Record<Dimension, number>>>;
  readonly seasonFactor: number | null;
  /** Probabilities of the next quarter's trend of satisfaction. */
  readonly trend: { readonly improving: number; readonly stable: number; readonly declining: number };
  readonly label: TrendLabel;
  readonly confident: boolean;
  readonly churn6m: number;
  readonly renewalProbability: number;
}

/** The month of a client's record from which predictions are made. */
export const firstPredictedMonth = 12;

/** Walks forward through a book of clients and yields a prediction for every client and month from its twelfth on; outcomes are not looked at. */
export function* predict(histories: readonly History[], model: PredictionModel): Generator<Prediction> {
  for (const { points } of walkForward(histories.map(panelOf)))
    for (const point of points) if (point.panel.length >= firstPredictedMonth) yield predictPoint(point, model);
}

/** The prediction for one client at one month. */
export function predictPoint(
  { panel, adjusted, health, asOf }: Omit<AsOfPoint, 'client'>,
  model: PredictionModel,
): Prediction {
  const trend = forecastTrend(model.trend, trendFeatures(adjusted));
  const monthsToRenewal = panel.columns.monthsToRenewal[panel.length - 1] ?? Number.NaN;
  const renewal = model.renewal
    ? forecastRenewal(model.renewal, renewalFeaturesOf(adjusted, trend), monthsToRenewal)
    : priorRenewalForecast(health.composite?.score, monthsToRenewal, model.usualLoss);
  return {
    clientId: panel.clientId,
    asOf: monthAt(asOf),
    healthScore: health.composite?.score ?? null,
    band: health.band ?? null,
    confidence: health.confidence,
    dimensions: Object.fromEntries(
      health.readings.flatMap(({ dimension, score }) => (score === undefined ? [] : [[dimension, round(score, 2)]])),
    ),
    seasonFactor: health.composite ? round(health.composite.seasonFactor, 4) : null,
    trend: {
      improving: round(trend.improving, 4),
      stable: round(trend.stable, 4),
      declining: round(trend.declining, 4),
    },
    label: trend.label,
    confident: trend.confident,
    churn6m: round(renewal.churn6m, 4),
    renewalProbability: round(renewal.renewalProbability, 4),
  };
}

const round = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
