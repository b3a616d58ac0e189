import { bandOf, type HealthBand } from '../../health/band.ts';
import type { Score } from '../../values/score.ts';

/** A reading of an earlier month: its score and the band shown for it. */
export interface BandedScore {
  readonly score: number;
  readonly band: HealthBand;
}

/** How far across a boundary a score must be to change the band in one reading, in points. */
const margin = 2;

/** The band to show: it changes only when the score is 2 points across, or across for the second reading in a row. */
export function bandWithHysteresis(score: number, previous: BandedScore | undefined): HealthBand {
  const now = bandOf(score as Score);
  if (!previous || now === previous.band) return now;
  const order = { critical: 0, 'at-risk': 1, good: 2, excellent: 3 } as const;
  const side = (band: HealthBand) => Math.sign(order[band] - order[previous.band]);
  const farAcross = side(bandOf((score - side(now) * margin) as Score)) === side(now);
  const acrossTwice = side(bandOf(previous.score as Score)) === side(now);
  return farAcross || acrossTwice ? now : previous.band;
}
