import type { Dimension, Driver, HealthAssessment } from '#shared/domain/health/assessment.ts';
import type { ChangeLine } from '#shared/domain/health/explain-change.ts';
import { beforeSeason } from '#shared/domain/health/explain-season.ts';
import { weights } from '#shared/domain/health/weights.ts';
import { percent, points } from './words.ts';

export type Scored = Extract<HealthAssessment, { outcome: 'scored' }>;

/** A line of a score, in the order they sum up, with the arithmetic behind it: "71.00 x 30 %, without the season". */
export interface Working extends Driver {
  readonly how: string;
  /** What the line would bring at 100, in hundredths; absent for the season. */
  readonly most?: number;
}

export function workingsOf(assessment: Scored): Working[] {
  const parts = new Map<string, Part>(partsOf(assessment).map((part) => [part.dimension, part]));
  return assessment.drivers.map((line) => {
    const part = parts.get(line.driver);
    return { ...line, how: workings(line, part, assessment), ...(part ? { most: 10_000 * part.weight } : {}) };
  });
}

function workings(line: Driver, part: Part | undefined, { seasonFactor }: Scored): string {
  if (!part) return `all of it × ${seasonFactor.toFixed(3)}`;
  const before = beforeSeason(part.score, part.weight, line.hundredths);
  const times = `× ${percent(part.weight)}`;
  return before === undefined
    ? `${part.score.toFixed(2)} ${times}`
    : `${before.toFixed(2)} ${times}, without the season`;
}

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

/** The sum of the lines of a score, in hundredths: the score itself. */
export const sumOf = ({ drivers }: Scored): number => drivers.reduce((sum, { hundredths }) => sum + hundredths, 0);

/** "Survey answers −2.10, Open tickets +0.40": the metrics that moved a dimension, the farthest first. */
export const sayMovers = ({ metrics = [] }: ChangeLine): string =>
  metrics
    .filter(({ hundredths }) => Math.abs(hundredths) >= leastMove)
    .toSorted((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths))
    .map(({ label, hundredths }) => `${label} ${points(hundredths, true)}`)
    .join(', ');
const leastMove = 5;

/** "74.0 then, 71.0 now": what a dimension was and is, or what the season's line is about. */
export function sayMove({ driver, was, is }: ChangeLine): string {
  if (driver === 'season') return 'what the calendar did';
  if (was === undefined) return `not measured then, ${is?.toFixed(1)} now`;
  return is === undefined ? `${was.toFixed(1)} then, not measured now` : `${was.toFixed(1)} then, ${is.toFixed(1)} now`;
}
