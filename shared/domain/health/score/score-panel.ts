import type { Panel } from '../../prediction/history/panel.ts';
import type { AdjustedPanel } from '../../prediction/season/adjust.ts';
import { type BandedScore, type HealthBand, settleBand } from '../band.ts';
import { type Composite, compose } from '../compose.ts';
import { enoughConfidence } from '../model.ts';
import { weights } from '../weights.ts';
import type { GroundsOf } from './grounds.ts';
import type { Peers } from './peers.ts';
import { type Reading, readDimensions } from './read-dimensions.ts';

/** A client's health in its panel's last month. */
export interface MonthlyHealth {
  readonly readings: readonly Reading[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Absent under 50 % confidence, as is the band. */
  readonly composite?: Composite;
  readonly band?: HealthBand;
}

/** Scores the panel's last month by the five dimensions; `adjusted` is the same panel without its seasons. */
export function scorePanel(
  panel: Panel,
  adjusted: AdjustedPanel,
  peers: Pick<Peers, 'references'>,
  groundsOf: GroundsOf,
  previous?: BandedScore,
): MonthlyHealth {
  const readings = readDimensions(panel, adjusted, peers, groundsOf);
  const known = readings.reduce((sum, reading) => sum + weights[reading.dimension] * reading.confidence, 0);
  const confidence = Math.round(known * 100) / 100;
  const composite = confidence < enoughConfidence ? undefined : compose(readings);
  return composite
    ? { readings, confidence, composite, band: settleBand(composite.score, previous) }
    : { readings, confidence };
}

/** The score of a dimension; undefined when nothing was measured. */
export const dimensionScore = ({ readings }: Pick<MonthlyHealth, 'readings'>, name: Reading['dimension']) =>
  readings.find(({ dimension }) => dimension === name)?.score;
