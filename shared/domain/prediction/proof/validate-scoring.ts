import { addMonths, type IsoMonth, monthsBetween } from '../../values/iso-date.ts';
import { type History, stableWithin } from '../history/history.ts';
import type { PredictionModel } from '../model.ts';
import { priorRenewalForecast } from '../renewal/prior-renewal.ts';
import { renewalFeaturesOf } from '../renewal/renewal-features.ts';
import { forecastRenewal } from '../renewal/renewal-model.ts';
import { fitTrend } from '../training/fit-models.ts';
import { forecastTrend, type TrendModel } from '../trend/trend-model.ts';
import { type FloorsReport, gradeFloors } from './grade-floors.ts';
import { gradeSeason, type SeasonTreatment } from './grade-season.ts';
import { gradeTrend, hasTrend, type TrendReport } from './grade-trend.ts';
import { gradeWarnings, type WarningReport } from './grade-warnings.ts';
import { type GradedPoint, gradedPoints } from './points.ts';
import { gradeProbabilities, type ProbabilityReport } from './probabilities.ts';
import { rivalsOf } from './rivals.ts';

export interface ValidationOptions {
  readonly model: PredictionModel;
  /** Instead of the model's trend part: fit it on the book's own points, the last of them this many months before the first tested. */
  readonly fitTrendWithGap?: number;
  /** The month of a client's record from which points are graded, the first being 1. */
  readonly fromMonth: number;
  /** What the survey may move and be stable, for the naive baselines. */
  readonly stableWithin: number;
  /** Sentences on what the data are and what stable means in them. */
  readonly data: string;
  readonly definitionOfStable: string;
  readonly seed: number;
}

export const usualValidation = {
  fromMonth: 23,
  stableWithin,
  definitionOfStable: `stable: mean satisfaction of the next three months within ${stableWithin} points (scale 1 to 10) of the last three`,
  seed: 20_261_122,
} as const;

/** Everything a validation found; sections that the outcomes in the file cannot grade are absent. */
export interface ScoringReport {
  readonly data: string;
  readonly definitionOfStable: string;
  readonly model: string;
  readonly clients: number;
  readonly fromMonth: number;
  readonly trend?: TrendReport;
  /** Loss within six months. */
  readonly churn?: ProbabilityReport;
  /** Loss at the next renewal, whenever it comes. */
  readonly renewal?: ProbabilityReport;
  readonly warnings?: WarningReport;
  readonly floors?: FloorsReport;
  readonly season: readonly SeasonTreatment[];
}

/** Reported while the walk goes on: the month just done, and how many of how many. */
export type OnProgress = (month: IsoMonth, done: number, of: number) => void;

/** Walks forward through one book of clients, every history cut at the as-of month, and grades what would have been said. */
export function validateScoring(
  histories: readonly History[],
  options: ValidationOptions,
  onProgress: OnProgress = () => {},
): ScoringReport {
  const points = walk(histories, onProgress);
  const tested = points.filter(({ age }) => age >= options.fromMonth);
  const trendModel = trendModelFor(points, tested, options);
  const said = new Map(points.map((point) => [point, saidOf(point, trendModel, options.model)]));
  const withTrend = tested.filter(hasTrend);
  const foretold = tested.flatMap((point) => {
    const { client, truth } = point;
    const probability = said.get(point)?.churn6m ?? 0;
    return truth.churned6m === undefined ? [] : [{ client, probability, happened: truth.churned6m }];
  });
  const renewals = tested.flatMap((point) => {
    const { client, truth } = point;
    const probability = said.get(point)?.risk ?? 0;
    return truth.lostAtRenewal === undefined ? [] : [{ client, probability, happened: truth.lostAtRenewal }];
  });
  const trend = withTrend.length > 0 && {
    trend: gradeTrend(
      withTrend,
      withTrend.flatMap((point) => said.get(point)?.trend ?? []),
      rivalsOf(points, withTrend, options.stableWithin),
      options.seed,
    ),
  };
  return {
    data: options.data,
    definitionOfStable: options.definitionOfStable,
    model: modelSentence(options),
    clients: histories.length,
    fromMonth: options.fromMonth,
    ...trend,
    ...(foretold.some(({ happened }) => happened) && {
      churn: gradeProbabilities(foretold),
      warnings: gradeWarnings([...said.values()], options.fromMonth),
      floors: gradeFloors(points),
    }),
    ...(renewals.some(({ happened }) => happened) && { renewal: gradeProbabilities(renewals) }),
    season: gradeSeason(points),
  };
}

function walk(histories: readonly History[], onProgress: OnProgress): GradedPoint[] {
  const months = histories.flatMap((history) => history.months.map(({ month }) => month)).sort();
  const [first, last] = [months[0], months.at(-1)];
  const of = first && last ? monthsBetween(first, last) + 1 : 0;
  const points: GradedPoint[] = [];
  let done = 0;
  for (const ofMonth of gradedPoints(histories)) {
    points.push(...ofMonth);
    if (first) onProgress(addMonths(first, done), done + 1, of);
    done += 1;
  }
  return points;
}

function trendModelFor(
  points: readonly GradedPoint[],
  tested: readonly GradedPoint[],
  options: ValidationOptions,
): TrendModel {
  const { fitTrendWithGap: gap, model } = options;
  if (gap === undefined) return model.trend;
  const firstTested = tested.reduce((least, { asOf }) => Math.min(least, asOf), Number.POSITIVE_INFINITY);
  return fitTrend(points.filter(({ asOf }) => asOf < firstTested - gap));
}

function saidOf(point: GradedPoint, trendModel: TrendModel, { renewal, usualLoss }: PredictionModel) {
  const trend = forecastTrend(trendModel, point.trendFeatures);
  const { churn6m, renewalProbability } = renewal
    ? forecastRenewal(renewal, renewalFeaturesOf(point.adjusted, trend), point.monthsToRenewal)
    : priorRenewalForecast(point.health.composite?.score, point.monthsToRenewal, usualLoss);
  return { point, trend, churn6m, risk: 1 - renewalProbability };
}

const modelSentence = ({ model, fitTrendWithGap }: ValidationOptions) =>
  fitTrendWithGap === undefined
    ? `${model.version}, trained on ${model.trainedOn.data}; on data it learned from it looks better than it is`
    : `${model.version}, the trend fitted on this book's own earlier months, ${fitTrendWithGap} months of gap before the first tested`;
