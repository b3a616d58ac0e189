import { Score } from '../values/score.ts';
import type { DimensionReading, Evidence, MetricLine } from './assessment.ts';
import type { Composite } from './compose.ts';
import { largestRemainder } from './largest-remainder.ts';
import type { Reading } from './score/read-dimensions.ts';

/** A reading as it is shown and kept: scores in hundredths, and below a measured dimension what each metric brings to its line. */
export function publish(
  { dimension, score, confidence, metrics }: Reading,
  composite: Composite | undefined,
  evidence: readonly Evidence[],
): DimensionReading {
  const line = composite?.drivers.find(({ driver }) => driver === dimension)?.hundredths;
  return {
    dimension,
    ...(score === undefined ? {} : { score: hundredths(score) }),
    confidence: Math.round(confidence * 100) / 100,
    ...(line === undefined ? {} : { metrics: linesOf(metrics, line) }),
    evidence: [...evidence],
  };
}

/** What the metrics of a dimension bring to its line before the season, by weight; they sum to it exactly. */
function linesOf(metrics: Reading['metrics'], line: number): MetricLine[] {
  const brought = metrics.map(({ metric, unadjusted }) => metric.weight * unadjusted);
  const [all, weights] = [sum(brought), sum(metrics.map(({ metric }) => metric.weight))];
  const shares = largestRemainder(
    brought.map((part) => (all === 0 ? 0 : (line * part) / all)),
    line,
  );
  return metrics.map(({ metric, score }, at) => ({
    metric: metric.measure,
    label: metric.label,
    score: hundredths(score),
    weight: Math.round((metric.weight / weights) * 10_000) / 10_000,
    hundredths: shares[at] ?? 0,
  }));
}

const hundredths = (score: number) => Score.parse(Math.round(score * 100) / 100);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
