import { median } from '../../prediction/statistics/robust.ts';
import { along } from '../curve.ts';
import { normalCdf } from '../statistics.ts';
import type { Metric } from './metrics.ts';
import type { Reference } from './peers.ts';

/** A score of one metric, 0 to 100, and what it was compared with. */
export interface MetricScore {
  readonly score: number;
  readonly level: number;
  /** In the measure's own units; absent where a curve decides. */
  readonly usual?: number;
}

/** How many months a value is remembered, and a level or a reference looks back. */
export const monthsRemembered = 12;

/**
 * Scores the newest level of a column: 100 Phi(0.85 z + q), with q such that what is usual scores 70, or along the metric's
 * curve (health-model.md, "From metrics to score", 3). Undefined where nothing is known in a year, or nothing to compare with.
 */
export function scoreMetric(
  { smoothing, yardstick, product }: Metric,
  column: Float64Array,
  peers: Reference,
): MetricScore | undefined {
  const level = levelOf(column, smoothing);
  if (Number.isNaN(level)) return undefined;
  if (yardstick.against === 'curve') return { score: along(yardstick.curve, level), level };
  const usual = usualOf(column, Number.isNaN(peers.median) ? (yardstick.otherwise ?? Number.NaN) : peers.median);
  if (Number.isNaN(usual)) return undefined;
  const spread = Math.max(yardstick.leastSpread, Number.isNaN(peers.spread) ? 0 : peers.spread);
  const lately = product ? lasting(column) : Number.NaN;
  const held = Number.isNaN(lately) ? level : Math.min(level, lately + creditAtOnce * spread);
  const z = Math.max(-furthest, Math.min(furthest, (held - usual) / spread));
  return { score: 100 * normalCdf(steepness * z + asUsual), level, usual };
}

const steepness = 0.85;
/** Where z = 0 scores 70. */
const asUsual = 0.5244;
const furthest = 3.5;

/** Work that surges is no delight (a realignment makes everyone schedule anew): more than half a spread counts once it has lasted. */
const creditAtOnce = 0.5;
/** The median of five months: what at least three of them reached. */
const lasting = (column: Float64Array) => median(column.subarray(Math.max(0, column.length - 5)));

/** The mean of the last twelve months present, a month weighing 1 - `smoothing` of the next one. */
function levelOf(column: Float64Array, smoothing: number): number {
  const first = Math.max(0, column.length - monthsRemembered);
  let [sum, weights, weight] = [0, 0, 1];
  for (let t = column.length - 1; t >= first; t -= 1) {
    const value = column[t] ?? Number.NaN;
    if (!Number.isNaN(value)) {
      if (smoothing === 1) return value;
      sum += weight * value;
      weights += weight;
    }
    weight *= 1 - smoothing;
  }
  return sum / weights;
}

/** Months until the own past counts as much as the peers, and the fewest that say anything by themselves (health-model.md, 3). */
const monthsToTrustOwn = 6;
const fewestMonths = 3;

/**
 * The client's own median of the year before, blended with its peers' by n / (n + 6). The newest month is left out: a bad
 * month must not lower the bar it is measured against.
 */
function usualOf(column: Float64Array, peers: number): number {
  const year = column.subarray(Math.max(0, column.length - 1 - monthsRemembered), Math.max(0, column.length - 1));
  const own = median(year);
  let months = 0;
  for (const value of year) if (!Number.isNaN(value)) months += 1;
  if (Number.isNaN(peers)) return months < fewestMonths ? Number.NaN : own;
  const trust = months / (months + monthsToTrustOwn);
  return months === 0 ? peers : trust * own + (1 - trust) * peers;
}
