import type { Dimension, Driver, HealthAssessment } from '#shared/domain/health/assessment.ts';
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
export function partsOf({ dimensions }: Scored): Part[] {
  const measured = dimensions.flatMap(({ dimension, score }) => (score === undefined ? [] : [{ dimension, score }]));
  const total = measured.reduce((sum, { dimension }) => sum + weights[dimension], 0);
  return measured
    .map(({ dimension, score }) => {
      const weight = weights[dimension] / total;
      return { dimension, score, weight, gives: weight * score * 100, keeps: weight * (100 - score) * 100 };
    })
    .sort((a, b) => b.keeps - a.keeps);
}

/**
 * The score of a dimension had we not known of the season, when that differs: the lines of a score are before the season,
 * which has a line of its own. Lines are rounded to hundredths, so a smaller difference than theirs says nothing.
 */
export function beforeSeason({ score, weight }: Part, { hundredths }: Driver): number | undefined {
  const before = hundredths / 100 / weight;
  return Math.abs(before - score) * weight > 0.01 ? before : undefined;
}

/** The sum of the lines of a score, in hundredths: the score itself. */
export const sumOf = ({ drivers }: Scored): number => drivers.reduce((sum, { hundredths }) => sum + hundredths, 0);
