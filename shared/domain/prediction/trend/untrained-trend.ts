import { fitScaling, type Scaling, standardise } from '../statistics/standardise.ts';
import { trendFeatureNames } from './trend-features.ts';
import { type TrendForecast, verdict } from './trend-model.ts';

/** What a rise of each leading indicator is worth before anything was learned (health-model.md, "Trend and early warning"). */
const worth: Readonly<Record<string, number>> = {
  efficiency: 1,
  errorReduction: 1,
  sponsorEngagement: 1,
  adoption: 1,
  tasksAutomated: 0.5,
  dailyActiveUsers: 0.5,
  daysLate: -0.5,
  tickets: -0.5,
};
const counted: Readonly<Record<string, number>> = { 'this quarter': 1, 'the quarter before': 0.5 };
const cut = 0.5;
/** How soft the cut is, in units of the index. */
const softness = 0.25;
const confidentFrom = 0.6;

/** What each feature weighs in the index, in the order of the features. */
const weights = trendFeatureNames.map((name) => {
  const [measure = '', ...difference] = name.split(' ');
  return (worth[measure] ?? 0) * (counted[difference.join(' ')] ?? 0);
});

/** The usual size of each feature across a book of clients, which the index is measured in. */
export const scalingOfBook = (features: readonly Float64Array[]): Scaling => fitScaling(features);

/** A forecast from the leading indicators alone, by a rule nobody trained: their weighted mean change, cut at half a deviation either way. */
export function untrainedForecast(features: Float64Array, scaling: Scaling): TrendForecast {
  const scaled = standardise(features, { ...scaling, mean: scaling.mean.map(() => 0) });
  let sum = 0;
  let squares = 0;
  for (const [j, weight] of weights.entries()) {
    sum += weight * (scaled[j] ?? 0);
    squares += Math.abs(weight);
  }
  const index = (2 * sum) / squares;
  const improving = 1 / (1 + Math.exp((cut - index) / softness));
  const declining = 1 / (1 + Math.exp((cut + index) / softness));
  const stable = Math.max(0, 1 - improving - declining);
  return { improving, stable, declining, ...verdict([declining, stable, improving], confidentFrom) };
}
