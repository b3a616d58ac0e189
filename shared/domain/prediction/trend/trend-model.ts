import * as z from 'zod';
import { TrendLabel } from '../history/history.ts';
import { classProbabilities, classScores, fitMultinomial } from '../statistics/multinomial-logistic.ts';
import { sortedQuantile } from '../statistics/robust.ts';
import { fitScaling, standardise } from '../statistics/standardise.ts';
import { surveyLags } from './trend-features.ts';

/** A multinomial logistic regression on standardised inputs, in plain numbers. */
const Stage = z.object({
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  /** For declining, stable and improving: the intercept, then one weight per input. */
  weights: z.array(z.array(z.number())).length(3),
});
type Stage = z.infer<typeof Stage>;

/**
 * A fitted trend model, which can be stored and read. `linear` reads the features; `curved` corrects its answer for the level of
 * satisfaction, because the same push moves a middling client more than one near the end of the scale.
 */
export const TrendModel = z.object({
  features: z.array(z.string()),
  linear: Stage,
  curved: Stage,
  /** A forecast is confident when its likeliest class is at least this probable. */
  confidentFrom: z.number().min(0).max(1),
});
export type TrendModel = z.infer<typeof TrendModel>;

/** How likely each trend is, the likeliest, and whether it is likely enough to act on. */
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

/** The share of training points not marked confident: at least 80 % are to be marked elsewhere too, so a little is left for chance. */
const uncertainShare = 0.18;
const linearRidge = 10;
const curvedRidge = 1;

/** Learns the trend of the next quarter from labelled points. */
export function fitTrendModel(rows: readonly LabelledRow[], features: readonly string[]): TrendModel {
  const classes = rows.map(({ label }) => TrendLabel.options.indexOf(label));
  const inputs = rows.map((row) => row.features);
  const linear = fitStage(inputs, classes, linearRidge);
  const curved = fitStage(
    inputs.map((input) => curvedInputs(linear, input)),
    classes,
    curvedRidge,
  );
  const model = { features: [...features], linear, curved, confidentFrom: 0 };
  const confidence = inputs.map((input) => Math.max(...probabilities(model, input))).sort((a, b) => a - b);
  return { ...model, confidentFrom: sortedQuantile(confidence, uncertainShare) };
}

/** The forecast for a client whose features are these. */
export function forecastTrend(model: TrendModel, features: Float64Array): TrendForecast {
  const [declining = 0, stable = 0, improving = 0] = probabilities(model, features);
  return { improving, stable, declining, ...verdict([declining, stable, improving], model.confidentFrom) };
}

/** The likeliest class, stable when in doubt, and whether it reaches the cut. */
export function verdict(
  [declining, stable, improving]: readonly [number, number, number],
  confidentFrom: number,
): { label: TrendLabel; confident: boolean } {
  const most = Math.max(declining, stable, improving);
  const label = stable === most ? 'stable' : improving === most ? 'improving' : 'declining';
  return { label, confident: most >= confidentFrom };
}

function fitStage(inputs: readonly Float64Array[], classes: readonly number[], ridge: number): Stage {
  const { mean, deviation } = fitScaling(inputs);
  const scaled = inputs.map((input) => standardise(input, { mean, deviation }));
  const weights = fitMultinomial(scaled, classes, TrendLabel.options.length, ridge);
  return { mean: [...mean], deviation: [...deviation], weights: weights.map((ofClass) => [...ofClass]) };
}

const probabilities = ({ linear, curved }: TrendModel, features: Float64Array): number[] =>
  classProbabilities(curved.weights, standardise(curvedInputs(linear, features), curved));

/** The linear answer (log-odds of declining and improving), its square, the level of satisfaction, and their products. */
function curvedInputs(linear: Stage, features: Float64Array): Float64Array {
  const scaled = standardise(features, linear);
  const [declining = 0, stable = 0, improving = 0] = classScores(linear.weights, scaled);
  const centre = (declining + stable + improving) / 3;
  const down = declining - centre;
  const up = improving - centre;
  let level = 0;
  for (let at = surveyLags.from; at < surveyLags.to; at += 1)
    level += (scaled[at] ?? 0) / (surveyLags.to - surveyLags.from);
  return Float64Array.of(down, up, down * down, up * up, level, level * level, down * level, up * level);
}
