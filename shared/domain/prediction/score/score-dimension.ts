import type { Dimension } from '../../health/assessment.ts';
import type { Measure } from '../history/measures.ts';
import type { Panel } from '../history/panel.ts';
import type { AdjustedPanel } from '../season/adjust.ts';
import { median, normalShare } from '../statistics/robust.ts';
import { dimensionParts, type Part } from './dimensions.ts';
import { type Peers, type Reference, wholeBook } from './peers.ts';

export interface DimensionScore {
  /** 0 to 100, without the season. */
  readonly score: number;
  /** 0 to 100, as it would be with the season left in. */
  readonly withSeason: number;
  /** 0 to 1: the share of the dimension's weight that was measured, times how recent it is. */
  readonly confidence: number;
}

/** The weighted mean of the dimension's measures that are present; undefined when none is. */
export function scoreDimension(
  dimension: Dimension,
  panel: Panel,
  adjusted: AdjustedPanel,
  peers: Peers,
): DimensionScore | undefined {
  let weight = 0;
  let score = 0;
  let withSeason = 0;
  let confidence = 0;
  for (const part of dimensionParts[dimension]) {
    const column = adjusted.columns[part.measure];
    const age = monthsSinceKnown(column);
    if (age >= monthsRemembered) continue;
    const toScore = yardstickOf(part, adjusted, peers);
    const level = smoothed(column, part.smoothing);
    const raw = panel.columns[part.measure];
    weight += part.weight;
    score += part.weight * toScore(level);
    withSeason += part.weight * toScore(raw === column ? level : smoothed(raw, part.smoothing));
    confidence += part.weight * recency(age);
  }
  return weight === 0 ? undefined : { score: score / weight, withSeason: withSeason / weight, confidence };
}

const monthsRemembered = 12;

/** 1 for this month and the last, then falling to 0 after a year. */
const recency = (age: number) => Math.min(1, (monthsRemembered - age) / (monthsRemembered - 1));

/** So that what is usual among peers scores 70. */
const usualPoint = 0.5244;
const steepness = 0.85;
const furthest = 3.5;

function yardstickOf({ measure, yardstick }: Part, { columns, group }: Panel, peers: Peers): (level: number) => number {
  if (yardstick.against === 'rule') return yardstick.score;
  const peer = referenceOf(peers, group, measure);
  const column = columns[measure];
  // The newest month is left out: a bad month must not lower the bar it is measured against.
  const year = column.subarray(Math.max(0, column.length - 13), -1);
  const reference = blend(median(year), known(year) / (known(year) + 6), peer.median);
  const spread = Math.max(yardstick.leastSpread, Number.isNaN(peer.spread) ? 0 : peer.spread);
  return (level) => {
    if (Number.isNaN(reference)) return 70;
    const z = Math.max(-furthest, Math.min(furthest, (level - reference) / spread));
    return 100 * normalShare(steepness * z + usualPoint);
  };
}

function blend(own: number, ownWeight: number, peers: number): number {
  if (Number.isNaN(own)) return peers;
  return Number.isNaN(peers) ? own : ownWeight * own + (1 - ownWeight) * peers;
}

const nothingKnown: Reference = { median: Number.NaN, spread: Number.NaN };

function referenceOf(peers: Peers, group: string, measure: Measure): Reference {
  const own = peers.references.get(group)?.get(measure);
  return own && !Number.isNaN(own.median) ? own : (peers.references.get(wholeBook)?.get(measure) ?? nothingKnown);
}

/** The exponentially weighted level of the last year, the newest month counting most; missing months are passed over. */
function smoothed(column: Float64Array, smoothing: number): number {
  let level = Number.NaN;
  for (let t = Math.max(0, column.length - 12); t < column.length; t += 1) {
    const value = column[t] ?? Number.NaN;
    if (!Number.isNaN(value)) level = Number.isNaN(level) ? value : level + smoothing * (value - level);
  }
  return level;
}

function monthsSinceKnown(column: Float64Array): number {
  let age = 0;
  while (age < column.length && Number.isNaN(column[column.length - 1 - age] ?? Number.NaN)) age += 1;
  return age === column.length ? Number.POSITIVE_INFINITY : age;
}

function known(values: Float64Array): number {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) count += 1;
  return count;
}
