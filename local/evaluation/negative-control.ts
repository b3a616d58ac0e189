import type { History } from '#shared/domain/prediction/history/history.ts';
import { type GradedPoint, gradedPoints } from '#shared/domain/prediction/proof/points.ts';
import { gradeProbabilities } from '#shared/domain/prediction/proof/probabilities.ts';
import { renewalFeatures, renewalFeaturesOf } from '#shared/domain/prediction/renewal/renewal-features.ts';
import { fitLogistic, logistic, logit } from '#shared/domain/prediction/statistics/constrained-logistic.ts';
import { fitScaling, standardise } from '#shared/domain/prediction/statistics/standardise.ts';
import { forecastTrend, type TrendModel } from '#shared/domain/prediction/trend/trend-model.ts';

/** Few accounts of the control live for a year, so it is read from their fourth month on. */
const fromMonth = 4;

/**
 * The skill our features and fit show where there is none to be had: each half of the accounts is graded, on churn within six months,
 * by a model taught on the other half. An AUC far from 0.5 would mean that something leaks.
 */
export function negativeControl(histories: readonly History[], trend: TrendModel): { auc: number; points: number } {
  const points = [...gradedPoints(histories, fromMonth)].flat().filter(({ truth }) => truth.churned6m !== undefined);
  const halves = [0, 1].map((half) => points.filter(({ client }) => client % 2 === half));
  const foretold = halves.flatMap((graded, half) => {
    const foretell = taughtOn(halves[1 - half] ?? [], trend);
    return graded.map((point) => ({
      client: point.client,
      probability: foretell(point),
      happened: point.truth.churned6m === true,
    }));
  });
  return { auc: gradeProbabilities(foretold).auc, points: foretold.length };
}

function taughtOn(points: readonly GradedPoint[], trend: TrendModel): (point: GradedPoint) => number {
  const rowOf = ({ adjusted, trendFeatures }: GradedPoint) =>
    renewalFeaturesOf(adjusted, forecastTrend(trend, trendFeatures));
  const rows = points.map(rowOf);
  const scaling = fitScaling(rows);
  const weights = fitLogistic(
    rows.map((row) => standardise(row, scaling)),
    points.map(({ truth }) => truth.churned6m === true),
    { signs: renewalFeatures.map(({ sign }) => sign), ridge: 5 },
  );
  return (point) => logistic(logit(standardise(rowOf(point), scaling), weights));
}
