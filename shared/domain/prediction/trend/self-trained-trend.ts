import { normalCdf } from '../../health/statistics.ts';
import { stableWithin } from '../history/history.ts';
import { cholesky, crossProducts, solveCholesky } from '../statistics/cholesky.ts';
import { meanOf } from '../statistics/robust.ts';
import { fitScaling, type Scaling, standardise } from '../statistics/standardise.ts';
import { trendFeatureNames } from './trend-features.ts';
import { type TrendForecast, verdict } from './trend-model.ts';

/** A forecast learned from a book's own surveys, without labels. */
export interface SelfTrainedTrend {
  readonly scaling: Scaling;
  /** The intercept first. */
  readonly weights: Float64Array;
  /** How far the true change lies from the expected one, in survey points. */
  readonly deviation: number;
}

/** A point whose next quarter of surveys has since come in. */
export interface SurveyedRow {
  readonly features: Float64Array;
  /** The mean survey of the three months after, less that of the three up to the point. */
  readonly change: number;
}

const ridge = 30;
const confidentFrom = 0.6;
/** Surveys are noisy: using them on both sides of the regression would mostly learn that noise goes away. */
const usable = trendFeatureNames.map((name) => !name.startsWith('satisfaction'));

/**
 * Regresses the coming change of the survey on everything but the survey (ridge). `surveyNoise` is the standard deviation of a single month's
 * survey around the truth: what it explains of the errors is not uncertainty about the truth.
 */
export function fitSelfTrained(rows: readonly SurveyedRow[], surveyNoise: number): SelfTrainedTrend {
  const inputs = rows.map(({ features }) => withoutSurvey(features));
  const scaling = fitScaling(inputs);
  const scaled = inputs.map((input) => standardise(input, scaling));
  const width = (scaled[0]?.length ?? 0) + 1;
  const normal = crossProducts(scaled, width - 1);
  const right = new Float64Array(width);
  for (const [i, row] of scaled.entries()) {
    const change = rows[i]?.change ?? 0;
    right[0] = (right[0] ?? 0) + change;
    for (let j = 0; j < row.length; j += 1) right[j + 1] = (right[j + 1] ?? 0) + (row[j] ?? 0) * change;
  }
  for (let j = 1; j < width; j += 1) normal[j * width + j] = (normal[j * width + j] ?? 0) + ridge;
  const weights = solveCholesky(cholesky(normal, width), right);
  const errors = meanOf(scaled.map((row, i) => ((rows[i]?.change ?? 0) - expected(weights, row)) ** 2));
  const fromSurveys = (2 / 3) * surveyNoise ** 2;
  return { scaling, weights, deviation: Math.sqrt(Math.max(0.04, errors - fromSurveys)) };
}

export function selfTrainedForecast(model: SelfTrainedTrend, features: Float64Array): TrendForecast {
  const change = expected(model.weights, standardise(withoutSurvey(features), model.scaling));
  const improving = normalCdf((change - stableWithin) / model.deviation);
  const declining = normalCdf((-stableWithin - change) / model.deviation);
  const stable = 1 - improving - declining;
  return { improving, stable, declining, ...verdict([declining, stable, improving], confidentFrom) };
}

/** The deviation of single surveys from the mean of their neighbours, freed of the neighbours' own noise. */
export function surveyNoiseOf(surveys: readonly Float64Array[]): number {
  const squares = surveys.flatMap((survey) =>
    Array.from(survey.subarray(1, -1), (value, t) => (value - ((survey[t] ?? 0) + (survey[t + 2] ?? 0)) / 2) ** 2),
  );
  const mean = meanOf(squares);
  return Number.isNaN(mean) ? 0 : Math.sqrt(mean / 1.5);
}

const withoutSurvey = (features: Float64Array) => features.filter((_, j) => usable[j]);

function expected(weights: Float64Array, row: Float64Array): number {
  let sum = weights[0] ?? 0;
  for (let j = 0; j < row.length; j += 1) sum += (weights[j + 1] ?? 0) * (row[j] ?? 0);
  return sum;
}
