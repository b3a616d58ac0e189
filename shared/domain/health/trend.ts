import type { Trend } from './assessment.ts';
import { trendRule } from './model.ts';

/** The score now against the score the same rules give three months earlier; unknown without an earlier one. */
export function trendBetween(earlier: number | undefined, now: number): Trend {
  if (earlier === undefined) return 'unknown';
  const gained = now - earlier;
  if (Math.abs(gained) < trendRule.points) return 'stable';
  return gained > 0 ? 'improving' : 'declining';
}
