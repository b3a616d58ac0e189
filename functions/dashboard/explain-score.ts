import type { Dimension, HealthAssessment } from '#shared/domain/health/assessment.ts';
import { weights } from '#shared/domain/health/weights.ts';

export type Scored = Extract<HealthAssessment, { outcome: 'scored' }>;

/** What a measured dimension gives to the score and what it keeps from it, in hundredths of a point. */
export interface Part {
  readonly dimension: Dimension;
  readonly score: number;
  /** 0 to 1: its weight among the dimensions that were measured. */
  readonly weight: number;
  readonly gives: number;
  readonly keeps: number;
}

/** The measured dimensions of a score, the one that keeps most from it first. */
export function partsOf({ dimensions, drivers }: Scored): Part[] {
  const measured = dimensions.flatMap(({ dimension, score }) => (score === undefined ? [] : [{ dimension, score }]));
  const total = measured.reduce((sum, { dimension }) => sum + weights[dimension], 0);
  return measured
    .map(({ dimension, score }) => {
      const weight = weights[dimension] / total;
      const gives = drivers.find(({ driver }) => driver === dimension)?.hundredths ?? 0;
      return { dimension, score, weight, gives, keeps: Math.round(weight * 100_00) - gives };
    })
    .sort((a, b) => b.keeps - a.keeps);
}

/** The sum of the lines of a score, in hundredths: the score itself. */
export const sumOf = ({ drivers }: Scored): number => drivers.reduce((sum, { hundredths }) => sum + hundredths, 0);
