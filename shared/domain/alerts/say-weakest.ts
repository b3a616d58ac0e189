import type { Dimension, HealthAssessment } from '../health/assessment.ts';
import { weights } from '../health/weights.ts';
import { formatScore } from '../values/score.ts';

const shown = 3;
/** Fewer points of the whole score are not worth a sentence. */
const leastPoints = 2;

/** The dimensions that keep most points from a score, worst first: what each stands at, costs, and rests on. */
export const sayWeakest = ({ dimensions }: HealthAssessment): string[] =>
  dimensions
    .flatMap((reading) => {
      const { dimension, score } = reading;
      const costs = weights[dimension] * (100 - (score ?? 100));
      return score === undefined ? [] : [{ dimension, score, costs, says: worstOf(reading)?.says }];
    })
    .filter(({ costs }) => costs >= leastPoints)
    .sort((a, b) => b.costs - a.costs)
    .slice(0, shown)
    .map(
      ({ dimension, score, costs, says }) =>
        `${dimensionNames[dimension]} stands at ${formatScore(score)} of 100 and costs ${costs.toFixed(1)} points${says === undefined ? '' : `: ${says}`}.`,
    );

/** A silence, else the metric that costs most: another may stand well and would contradict the sentence. */
function worstOf({ evidence, metrics = [] }: HealthAssessment['dimensions'][number]) {
  const costs = new Map(metrics.map(({ metric, weight, score }) => [metric, weight * (100 - score)]));
  const costOf = ({ metric }: (typeof evidence)[number]) =>
    metric === undefined ? Number.POSITIVE_INFINITY : (costs.get(metric) ?? 0);
  return evidence.toSorted((a, b) => costOf(b) - costOf(a))[0];
}

/** The dimensions as people read them. */
export const dimensionNames: Readonly<Record<Dimension, string>> = {
  usage: 'Usage',
  satisfaction: 'Satisfaction',
  adoption: 'Adoption',
  financial: 'Financial health',
  leadership: 'Leadership',
};
