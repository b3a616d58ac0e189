import { TrendLabel } from '../history/history.ts';
import { accuracyOf, type Graded, gradeClasses } from '../proof/classification.ts';
import type { GradedPoint } from '../proof/points.ts';
import { type Foretold, gradeProbabilities } from '../proof/probabilities.ts';
import { renewalFeaturesOf } from '../renewal/renewal-features.ts';
import { forecastRenewal } from '../renewal/renewal-model.ts';
import { forecastTrend } from '../trend/trend-model.ts';
import { fitRenewal, fitTrend, teachesTrend } from './fit-models.ts';

/** A point of a training book, with the part of the data it is held out with. */
export type FoldedPoint = GradedPoint & { readonly fold: number };

/**
 * How models taught on all other folds do on each: the honest figures to write beside a model taught on everything. A fold without which
 * too little is left to learn from is not graded, and a figure that cannot be known is left out.
 */
export function crossValidate(points: readonly FoldedPoint[], observedRenewals: number): Record<string, number> {
  const graded: (Graded & { confident: boolean })[] = [];
  const foretold: Foretold[] = [];
  for (const fold of new Set(points.map((point) => point.fold))) {
    const others = points.filter((point) => point.fold !== fold);
    if (!teachesTrend(others)) continue;
    const trend = fitTrend(others);
    const renewal = fitRenewal(others, trend, observedRenewals);
    for (const point of points) {
      if (point.fold !== fold) continue;
      const { client, truth } = point;
      const forecast = forecastTrend(trend, point.trendFeatures);
      if (truth.trend !== undefined)
        graded.push({
          client,
          truth: TrendLabel.options.indexOf(truth.trend),
          predicted: TrendLabel.options.indexOf(forecast.label),
          confidence: forecast[forecast.label],
          confident: forecast.confident,
        });
      if (!renewal || truth.churned6m === undefined) continue;
      const features = renewalFeaturesOf(point.adjusted, forecast);
      const { churn6m } = forecastRenewal(renewal, features, point.monthsToRenewal);
      foretold.push({ client, probability: churn6m, happened: truth.churned6m });
    }
  }
  if (graded.length === 0) return {};
  return Object.fromEntries(Object.entries(figuresOf(graded, foretold)).filter(([, figure]) => !Number.isNaN(figure)));
}

function figuresOf(graded: readonly (Graded & { confident: boolean })[], foretold: readonly Foretold[]) {
  const { accuracy, macroF1, majorityShare } = gradeClasses(graded, TrendLabel.options.length);
  const confident = graded.filter((one) => one.confident);
  const trend = {
    trendAccuracy: accuracy,
    trendMacroF1: macroF1,
    trendMajorityShare: majorityShare,
    confidentAccuracy: accuracyOf(confident),
    confidentCoverage: confident.length / graded.length,
  };
  if (!foretold.some(({ happened }) => happened)) return trend;
  const { auc, brierSkill, calibrationError } = gradeProbabilities(foretold);
  return { ...trend, churnAuc: auc, churnBrierSkill: brierSkill, churnCalibrationError: calibrationError };
}
