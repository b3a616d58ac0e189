import type { Measure } from '../history/measures.ts';
import type { AdjustedPanel } from '../season/adjust.ts';
import { meanOf, theilSenSlope } from '../statistics/robust.ts';

/** What tends to move before satisfaction does, and satisfaction itself (health-model.md, "Trend and early warning"). */
export const leadingIndicators: readonly Measure[] = [
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
const windows = ['lately', 'before', 'yearly'] as const;

/** The features by name, in the order of `trendFeatures`. */
export const trendFeatureNames: readonly string[] = [
  ...leadingIndicators.flatMap((measure) => [
    ...windows.map((window) => `${measure} ${window}`),
    ...Array.from({ length: lags }, (_, lag) => `${measure} ${lag} months ago`),
  ]),
  'satisfaction slope',
  'satisfaction season ahead',
];

/** The features of the panel's last month; NaN where nothing is known. */
export function trendFeatures(panel: AdjustedPanel): Float64Array {
  const features = new Float64Array(trendFeatureNames.length);
  let at = 0;
  for (const measure of leadingIndicators) {
    const year = lastYear(panel.columns[measure]);
    const now = mean(year, 0, 1);
    const quarter = mean(year, 2, 4);
    features[at++] = now - quarter;
    features[at++] = quarter - mean(year, 5, 8);
    features[at++] = now - mean(year, 0, 11);
    for (let lag = 0; lag < lags; lag += 1) features[at++] = year[11 - lag] ?? Number.NaN;
  }
  const survey = panel.columns.satisfaction;
  features[at++] = theilSenSlope(survey.subarray(Math.max(0, survey.length - 6)));
  features[at++] = seasonAhead(panel);
  return features;
}

/** The last twelve values, oldest first, gaps filled along a straight line between neighbours. */
function lastYear(column: Float64Array): Float64Array {
  const year = new Float64Array(12).fill(Number.NaN);
  const recent = column.subarray(Math.max(0, column.length - 12));
  year.set(recent, 12 - recent.length);
  let last = -1;
  for (let t = 0; t < 12; t += 1) {
    const value = year[t] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const from = last < 0 ? value : (year[last] ?? value);
    for (let gap = last + 1; gap < t; gap += 1)
      year[gap] = last < 0 ? value : from + ((value - from) * (gap - last)) / (t - last);
    last = t;
  }
  if (last >= 0) year.fill(year[last] ?? Number.NaN, last + 1);
  return year;
}

/** The mean of the values from `newest` to `oldest` months ago. */
function mean(year: Float64Array, newest: number, oldest: number): number {
  let sum = 0;
  for (let lag = newest; lag <= oldest; lag += 1) sum += year[11 - lag] ?? Number.NaN;
  return sum / (oldest - newest + 1);
}

/** What the season alone will do to satisfaction: its three coming months less the three up to now. */
function seasonAhead({ season, firstMonth, length }: AdjustedPanel): number {
  const index = season.get('satisfaction');
  if (!index) return Number.NaN;
  const at = (ahead: number) => index[(firstMonth + length - 1 + ahead + 12) % 12] ?? Number.NaN;
  return meanOf([at(1), at(2), at(3)]) - meanOf([at(0), at(-1), at(-2)]);
}
