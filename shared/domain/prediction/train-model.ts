import type { IsoDate } from '../values/iso-date.ts';
import type { History } from './history/history.ts';
import type { PredictionModel } from './model.ts';
import { type GradedPoint, gradedPoints } from './proof/points.ts';
import { renewalFeaturesOf } from './renewal/renewal-features.ts';
import { fitRenewalModel, isNear, type RenewalModel, type RenewalRow, renewalsFor } from './renewal/renewal-model.ts';
import { trendFeatureNames } from './trend/trend-features.ts';
import { fitTrendModel, forecastTrend, type TrendModel } from './trend/trend-model.ts';

/** What the model file says of its training data. */
export interface TrainingData {
  readonly date: IsoDate;
  readonly description: string;
  readonly simulated: boolean;
}

export const codeVersion = 'prediction-1';

/** Learns the trend and renewal models from books of clients with outcomes; each book is one market with seasons of its own. */
export function trainModel(books: readonly (readonly History[])[], data: TrainingData): PredictionModel {
  const points = books.flatMap((histories, book) =>
    [...gradedPoints(histories)].flat().map((point) => ({ ...point, clientId: `${book} ${point.clientId}` })),
  );
  const trend = trainTrend(points);
  const renewals = books.flat().reduce((sum, { outcomes }) => sum + (outcomes?.renewals?.length ?? 0), 0);
  const renewal = trainRenewal(points, trend, renewals);
  return {
    version: codeVersion,
    trainedOn: {
      date: data.date,
      data: data.description,
      simulated: data.simulated,
      clients: books.flat().length,
      trendPoints: points.filter(({ truth }) => truth.trend).length,
      renewals,
    },
    metrics: {},
    trend,
    ...(renewal && { renewal }),
  };
}

/** Learns the trend model from the points whose trend is known; throws a RangeError when there are too few. */
export function trainTrend(points: readonly GradedPoint[]): TrendModel {
  const rows = points.flatMap(({ trendFeatures: features, truth: { trend: label, delta } }) =>
    label ? [{ features, label, delta }] : [],
  );
  if (rows.length < fewestTrendPoints)
    throw new RangeError(`${rows.length} points with a known trend are too few; ${fewestTrendPoints} are needed`);
  return fitTrendModel(rows, trendFeatureNames);
}

const fewestTrendPoints = 200;

/** Learns the renewal model, or answers undefined while fewer than 50 renewals were observed. */
export function trainRenewal(
  points: readonly GradedPoint[],
  trend: TrendModel,
  observedRenewals: number,
): RenewalModel | undefined {
  if (observedRenewals < renewalsFor.fitting) return undefined;
  const rows = points.flatMap((point): RenewalRow[] => {
    const { clientId, monthsToRenewal, truth } = point;
    if (truth.lostAtRenewal === undefined || Number.isNaN(monthsToRenewal)) return [];
    const features = renewalFeaturesOf(point.adjusted, forecastTrend(trend, point.trendFeatures));
    return [{ clientId, features, monthsToRenewal, lost: truth.lostAtRenewal }];
  });
  const undecided = points.filter(
    ({ truth, monthsToRenewal }) => truth.churned6m !== undefined && !isNear(monthsToRenewal),
  );
  const otherLoss = (undecided.filter(({ truth }) => truth.churned6m).length + 0.5) / (undecided.length + 1);
  return fitRenewalModel(rows, { observedRenewals, otherLoss });
}
