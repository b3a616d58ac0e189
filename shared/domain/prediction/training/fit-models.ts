import type { GradedPoint } from '../proof/points.ts';
import { lossOfTheTrade, type UsualLoss } from '../renewal/prior-renewal.ts';
import { renewalFeaturesOf } from '../renewal/renewal-features.ts';
import { fitRenewalModel, isNear, type RenewalModel, type RenewalRow, renewalsFor } from '../renewal/renewal-model.ts';
import { trendFeatureNames } from '../trend/trend-features.ts';
import { fitTrendModel, forecastTrend, type TrendModel } from '../trend/trend-model.ts';

const fewestTrendPoints = 200;

/** Whether the trend is known of enough of these points to learn it. */
export const teachesTrend = (points: readonly GradedPoint[]): boolean =>
  points.filter(({ truth }) => truth.trend).length >= fewestTrendPoints;

/** Learns the trend model from the points whose trend is known; throws a RangeError under 200 of them. */
export function fitTrend(points: readonly GradedPoint[]): TrendModel {
  const rows = points.flatMap(({ trendFeatures: features, truth: { trend: label } }) =>
    label ? [{ features, label }] : [],
  );
  if (!teachesTrend(points))
    throw new RangeError(`${rows.length} points with a known trend are too few; ${fewestTrendPoints} are needed`);
  return fitTrendModel(rows, trendFeatureNames);
}

/**
 * Learns the renewal model, or answers undefined while fewer than 50 renewals were observed, or seen coming: a month that does not say
 * when the next one falls teaches nothing of it.
 */
export function fitRenewal(
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
  if (rows.length < renewalsFor.fitting) return undefined;
  return fitRenewalModel(rows, { observedRenewals, otherLoss: lossOtherwise(points) });
}

/** How often clients are lost; `lost` of `renewals` were. Ten renewals of the trade's figure steady the first few of one's own. */
export const usualLossOf = (points: readonly GradedPoint[], lost: number, renewals: number): UsualLoss => ({
  atRenewal: (lost + 10 * lossOfTheTrade.atRenewal) / (renewals + 10),
  otherwise: lossOtherwise(points),
});

/** The share of points without a decision ahead whose client was gone within six months. */
function lossOtherwise(points: readonly GradedPoint[]): number {
  const undecided = points.filter(
    ({ truth, monthsToRenewal }) => truth.churned6m !== undefined && !isNear(monthsToRenewal),
  );
  const lost = undecided.filter(({ truth }) => truth.churned6m).length;
  return (lost + 200 * lossOfTheTrade.otherwise) / (undecided.length + 200);
}
