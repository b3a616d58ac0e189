import { Score } from '../values/score.ts';
import type { Driver } from './assessment.ts';
import { largestRemainder } from './largest-remainder.ts';
import { seasonBounds } from './model.ts';
import type { Reading } from './score/read-dimensions.ts';
import { weights } from './weights.ts';

export interface Composite {
  readonly score: Score;
  /** `score` = the score without the season x this, exactly. */
  readonly seasonFactor: number;
  /** Sum to `score` exactly. */
  readonly drivers: readonly Driver[];
}

/**
 * Weighs the dimensions present into one score. The season was removed inside the readings; its effect on the whole is
 * reported as factor = adjusted / unadjusted and held within 0.85 to 1.15, so that score = unadjusted x factor
 * (health-model.md, "The specification, honoured correctly"). Undefined when no dimension was measured.
 */
export function compose(readings: readonly Reading[]): Composite | undefined {
  const present = readings.flatMap(({ dimension, score, unadjusted }) =>
    score === undefined || unadjusted === undefined
      ? []
      : [{ dimension, score, unadjusted, weight: weights[dimension] }],
  );
  const total = present.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;

  const parts = present.map(({ unadjusted, weight }) => (100 * weight * unadjusted) / total);
  const withoutSeason = Math.round(sum(parts));
  const adjusted = Math.round(sum(present.map(({ score, weight }) => (100 * weight * score) / total)));
  const least = Math.ceil((withoutSeason * seasonBounds.least) / 100);
  const most = Math.floor((withoutSeason * seasonBounds.most) / 100);
  const hundredths = Math.max(least, Math.min(most, adjusted));

  const shares = largestRemainder(parts, withoutSeason);
  const drivers: Driver[] = present.map(({ dimension }, at) => ({ driver: dimension, hundredths: shares[at] ?? 0 }));
  return {
    score: Score.parse(hundredths / 100),
    seasonFactor: withoutSeason === 0 ? 1 : hundredths / withoutSeason,
    drivers: [...drivers, { driver: 'season', hundredths: hundredths - withoutSeason }],
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
