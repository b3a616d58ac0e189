import type { Measure } from '../history/measures.ts';
import type { AdjustedPanel } from '../season/adjust.ts';
import { meanOf, theilSenSlope } from '../statistics/robust.ts';

/** What tends to move before satisfaction does, and satisfaction itself (health-model.md, "Trend and early warning"). */
const leadingIndicators: readonly Measure[] = [
  'efficiency',
  'errorReduction',
  'sponsorEngagement',
  'adoption',
  'tasksAutomated',
  'dailyActiveUsers',
  'daysLate',
  'tickets',
  'satisfaction',
];

const lags = 10;
const differences = ['this quarter', 'the quarter before', 'against the year'] as const;
/** Older months only say where a client comes from; they enter as means, from and to months ago. */
const older = [
  [10, 12],
  [13, 17],
  [18, 23],
] as const;
const monthsRead = 24;
/** A client of whom no indicator was measured for so long is one of whom nothing is known now. */
const monthsOfSilence = 3;

/** The features by name, in the order of `trendFeatures`. */
export const trendFeatureNames: readonly string[] = [
  ...leadingIndicators.flatMap((measure) => [
    ...differences.map((difference) => `${measure} ${difference}`),
    ...Array.from({ length: lags }, (_, lag) => `${measure} ${lag} months ago`),
    ...older.map(([from, to]) => `${measure} ${from}-${to} months ago`),
  ]),
  'satisfaction slope',
  'satisfaction season ahead',
];

/** The features of the panel's last month; NaN where nothing is known, and everywhere after a quarter of silence. */
export function trendFeatures(panel: AdjustedPanel): Float64Array {
  const features = new Float64Array(trendFeatureNames.length);
  const lately = leadingIndicators.flatMap((measure) => [...panel.columns[measure].subarray(-monthsOfSilence)]);
  if (lately.every(Number.isNaN)) return features.fill(Number.NaN);
  let at = 0;
  for (const measure of leadingIndicators) {
    const past = withoutGaps(panel.columns[measure]);
    const now = mean(past, 0, 1);
    const quarter = mean(past, 2, 4);
    features[at++] = now - quarter;
    features[at++] = quarter - mean(past, 5, 8);
    features[at++] = now - mean(past, 0, 11);
    for (let lag = 0; lag < lags; lag += 1) features[at++] = past[monthsRead - 1 - lag] ?? Number.NaN;
    for (const [from, to] of older) features[at++] = mean(past, from, to);
  }
  const survey = panel.columns.satisfaction;
  features[at++] = theilSenSlope(survey.subarray(Math.max(0, survey.length - 6)));
  features[at++] = seasonAhead(panel);
  return features;
}

/** The last 24 values, oldest first; gaps filled along a straight line between neighbours, ends with the nearest value. */
function withoutGaps(column: Float64Array): Float64Array {
  const past = new Float64Array(monthsRead).fill(Number.NaN);
  const recent = column.subarray(Math.max(0, column.length - monthsRead));
  past.set(recent, monthsRead - recent.length);
  let last = -1;
  for (let t = 0; t < monthsRead; t += 1) {
    const value = past[t] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const from = last < 0 ? value : (past[last] ?? value);
    for (let gap = last + 1; gap < t; gap += 1) past[gap] = from + ((value - from) * (gap - last)) / (t - last);
    last = t;
  }
  if (last >= 0) past.fill(past[last] ?? Number.NaN, last + 1);
  return past;
}

/** The mean of the values from `newest` to `oldest` months ago. */
function mean(past: Float64Array, newest: number, oldest: number): number {
  let sum = 0;
  for (let lag = newest; lag <= oldest; lag += 1) sum += past[monthsRead - 1 - lag] ?? Number.NaN;
  return sum / (oldest - newest + 1);
}

/** What the season alone will do to satisfaction: its three coming months less the three up to now. */
function seasonAhead({ season, firstMonth, length }: AdjustedPanel): number {
  const index = season.get('satisfaction');
  if (!index) return Number.NaN;
  const at = (ahead: number) => index[(firstMonth + length - 1 + ahead + 12) % 12] ?? Number.NaN;
  return meanOf([at(1), at(2), at(3)]) - meanOf([at(0), at(-1), at(-2)]);
}
