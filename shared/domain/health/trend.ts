import type { Score } from '../values/score.ts';
import type { Trend } from './assessment.ts';
import { trendRule } from './model.ts';

/** The score now against the score the same rules give 90 days earlier; unknown without an earlier one. */
export function trendBetween(earlier: Score | undefined, now: Score): Trend {
  if (earlier === undefined) return 'unknown';
  const gained = now - earlier;
  if (Math.abs(gained) < trendRule.points) return 'stable';
  return gained > 0 ? 'improving' : 'declining';
}
