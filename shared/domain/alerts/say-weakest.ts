import type { Dimension, HealthAssessment } from '../health/assessment.ts';
import { weights } from '../health/weights.ts';
import { formatScore } from '../values/score.ts';

const shown = 3;
/** Fewer points of the whole score are not worth a sentence. */
const leastPoints = 2;

/** The dimensions that keep most points from a score, worst first: what each stands at, costs, and rests on. */
export const sayWeakest = ({ dimensions }: HealthAssessment): string[] =>
  dimensions
    .flatMap(({ dimension, score, evidence }) =>
      score === undefined ? [] : [{ dimension, score, costs: weights[dimension] * (100 - score), evidence }],
    )
    .filter(({ costs }) => costs >= leastPoints)
    .sort((a, b) => b.costs - a.costs)
    .slice(0, shown)
    .map(
      ({ dimension, score, costs, evidence }) =>
        `${dimensionNames[dimension]} stands at ${formatScore(score)} of 100 and costs ${costs.toFixed(1)} points${evidence[0] ? `: ${evidence[0].says}` : ''}.`,
    );

/** The dimensions as people read them. */
export const dimensionNames: Readonly<Record<Dimension, string>> = {
  usage: 'Usage',
  satisfaction: 'Satisfaction',
  adoption: 'Adoption',
  financial: 'Financial health',
  leadership: 'Leadership',
};
