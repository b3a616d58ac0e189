import type { Panel } from '../../prediction/history/panel.ts';
import type { AdjustedPanel } from '../../prediction/season/adjust.ts';
import { Dimension } from '../assessment.ts';
import type { GroundsOf } from './grounds.ts';
import { type Metric, metrics } from './metrics.ts';
import { type Peers, referenceOf } from './peers.ts';
import { scoreMetric } from './score-metric.ts';

/** A metric as measured. */
export interface MetricReading {
  readonly metric: Metric;
  /** 0 to 100, without the season. */
  readonly score: number;
  /** The score had we not known of the season. */
  readonly unadjusted: number;
  /** What it was compared with, in the measure's own units and without the season; absent where a curve decides. */
  readonly usual?: number;
}

/** A dimension as measured: the weighted mean of its metrics. `score` and `unadjusted` are absent together, when there are none. */
export interface Reading {
  readonly dimension: Dimension;
  readonly score: number | undefined;
  readonly unadjusted: number | undefined;
  /** 0 to 1: the share of its weight that is known, each metric by its own confidence. */
  readonly confidence: number;
  readonly metrics: readonly MetricReading[];
}

/**
 * Reads the five dimensions in a panel's last month; `adjusted` is the same panel without its seasons. The one place where
 * figures become points, for the score of daily facts and of monthly histories alike. A metric that is expected and missing
 * weighs on confidence, never on the score.
 */
export const readDimensions = (
  panel: Panel,
  adjusted: AdjustedPanel,
  peers: Pick<Peers, 'references'>,
  groundsOf: GroundsOf,
): Reading[] => Dimension.options.map((dimension) => read(dimension, panel, adjusted, peers, groundsOf));

function read(
  dimension: Dimension,
  panel: Panel,
  adjusted: AdjustedPanel,
  peers: Pick<Peers, 'references'>,
  groundsOf: GroundsOf,
): Reading {
  let [weights, present, score, unadjusted, confidence] = [0, 0, 0, 0, 0];
  const read: MetricReading[] = [];
  for (const metric of metrics[dimension]) {
    const grounds = groundsOf(metric);
    if (!grounds) continue;
    const { measure, weight } = metric;
    weights += weight;
    const reference = referenceOf(peers, panel.group, measure);
    const [column, raw] = [adjusted.columns[measure], panel.columns[measure]];
    const scored = scoreMetric(metric, column, reference);
    if (!scored) continue;
    const before = raw === column ? scored : (scoreMetric(metric, raw, reference) ?? scored);
    read.push({
      metric,
      score: grounds.left * scored.score,
      unadjusted: grounds.left * before.score,
      ...(scored.usual === undefined ? {} : { usual: scored.usual }),
    });
    present += weight;
    score += weight * grounds.left * scored.score;
    unadjusted += weight * grounds.left * before.score;
    confidence += weight * grounds.confidence;
  }
  if (present === 0) return { dimension, score: undefined, unadjusted: undefined, confidence: 0, metrics: [] };
  return {
    dimension,
    score: score / present,
    unadjusted: unadjusted / present,
    confidence: confidence / weights,
    metrics: read,
  };
}
