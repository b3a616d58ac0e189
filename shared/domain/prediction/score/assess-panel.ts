import { type Dimension, Dimension as DimensionName } from '../../health/assessment.ts';
import { type BandedScore, type HealthBand, settleBand } from '../../health/band.ts';
import { weights } from '../../health/weights.ts';
import type { Panel } from '../history/panel.ts';
import type { AdjustedPanel } from '../season/adjust.ts';
import type { Peers } from './peers.ts';
import { type DimensionScore, scoreDimension } from './score-dimension.ts';

/** A client's health in its panel's last month. */
export interface MonthlyHealth {
  /** 0 to 100, seasonally adjusted; absent under 50 % confidence, as are band and factor. */
  readonly healthScore?: number;
  readonly band?: HealthBand;
  /** 0 to 1. */
  readonly confidence: number;
  /** `healthScore` = the score with the season left in x this; 0.85 to 1.15. */
  readonly seasonFactor?: number;
  readonly dimensions: Readonly<Partial<Record<Dimension, DimensionScore>>>;
}

const leastConfidence = 0.5;
const factorBounds = [0.85, 1.15] as const;

/** Scores the panel's last month by the five dimensions; `adjusted` is the same panel without its seasons. */
export function assessPanel(
  panel: Panel,
  adjusted: AdjustedPanel,
  peers: Peers,
  previous: BandedScore | undefined,
): MonthlyHealth {
  const dimensions: Partial<Record<Dimension, DimensionScore>> = {};
  let weight = 0;
  let sum = 0;
  let sumWithSeason = 0;
  let confidence = 0;
  for (const name of DimensionName.options) {
    const scored = scoreDimension(name, panel, adjusted, peers);
    if (!scored) continue;
    dimensions[name] = scored;
    weight += weights[name];
    sum += weights[name] * scored.score;
    sumWithSeason += weights[name] * scored.withSeason;
    confidence += weights[name] * scored.confidence;
  }
  if (confidence < leastConfidence) return { confidence, dimensions };
  const raw = sumWithSeason / weight;
  const [least, most] = factorBounds;
  const seasonFactor = raw === 0 ? 1 : Math.max(least, Math.min(most, sum / sumWithSeason));
  const healthScore = Math.min(100, raw * seasonFactor);
  return { healthScore, band: settleBand(healthScore, previous), confidence, seasonFactor, dimensions };
}
