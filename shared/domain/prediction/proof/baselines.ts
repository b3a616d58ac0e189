import type { TrendLabel } from '../history/history.ts';
import { meanOf } from '../statistics/robust.ts';

/** The trend that continues the last change of the survey: the last three months less the three before. */
export const lastDelta = (survey: Float64Array, stableWithin: number): TrendLabel =>
  labelOf(meanOfMonths(survey, 0) - meanOfMonths(survey, 3), stableWithin);

/** The trend that repeats last year's: what the survey did over the same quarter a year ago. */
export const sameQuarterLastYear = (survey: Float64Array, stableWithin: number): TrendLabel =>
  labelOf(meanOfMonths(survey, 9) - meanOfMonths(survey, 12), stableWithin);

/** The label of a change; stable when it is not known. */
export function labelOf(change: number, within: number): TrendLabel {
  if (change > within) return 'improving';
  return change < -within ? 'declining' : 'stable';
}

/** The mean of the three months that ended so many months ago. */
function meanOfMonths(survey: Float64Array, ago: number): number {
  const to = survey.length - ago;
  return meanOf(survey.subarray(Math.max(0, to - 3), Math.max(0, to)));
}

/** The cut of changes that would have been most accurate: hindsight no real rule has, so the baseline is flattered. */
export function bestCutInHindsight(changes: readonly number[], truths: readonly TrendLabel[]): number {
  let best = { cut: 0, hits: -1 };
  const sizes = changes.map(Math.abs).filter((size) => !Number.isNaN(size));
  const most = Math.max(0, ...sizes);
  for (let step = 0; step <= 100; step += 1) {
    const cut = (most * step) / 100;
    const hits = changes.filter((change, i) => labelOf(change, cut) === truths[i]).length;
    if (hits > best.hits) best = { cut, hits };
  }
  return best.cut;
}
