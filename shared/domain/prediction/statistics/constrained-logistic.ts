/** What a weight may be: at least 0, at most 0, or free. */
export type Sign = 'positive' | 'negative' | 'free';

export interface LogisticWeights {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/**
 * Fits a logistic regression with a ridge penalty (`ridge / 2` times the squared distance of the weights from `prior`, intercept free) whose weights
 * keep their signs, by cyclic coordinate Newton steps clipped at zero; features of about unit scale.
 */
export function fitLogistic(
  rows: readonly Float64Array[],
  happened: readonly boolean[],
  { signs, ridge, prior }: { signs: readonly Sign[]; ridge: number; prior?: readonly number[] },
): LogisticWeights {
  const weights = signs.map((_, j) => prior?.[j] ?? 0);
  const scores = new Float64Array(rows.length);
  for (const [i, row] of rows.entries()) scores[i] = logit(row, { intercept: 0, weights });
  let intercept = 0;
  for (let sweep = 0; sweep < 500; sweep += 1) {
    let moved = 0;
    const slide = newtonStep(scores, happened, () => 1, 0, 1e-9);
    intercept += slide;
    for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) + slide;
    moved = Math.max(moved, Math.abs(slide));
    for (const [j, sign] of signs.entries()) {
      const before = weights[j] ?? 0;
      const pull = ridge * (before - (prior?.[j] ?? 0));
      const step = newtonStep(scores, happened, (i) => rows[i]?.[j] ?? 0, pull, ridge);
      const after = clip(before + step, sign);
      if (after === before) continue;
      weights[j] = after;
      for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) + (after - before) * (rows[i]?.[j] ?? 0);
      moved = Math.max(moved, Math.abs(after - before));
    }
    if (moved < 1e-8) break;
  }
  return { intercept, weights };
}

/** The log-odds of the row. */
export function logit(row: Float64Array, { intercept, weights }: LogisticWeights): number {
  let sum = intercept;
  for (let j = 0; j < row.length; j += 1) sum += (weights[j] ?? 0) * (row[j] ?? 0);
  return sum;
}

/** The probability of these log-odds. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** One Newton step along a coordinate, at most 2 long so that a nearly separated sample cannot throw it away. */
function newtonStep(
  scores: Float64Array,
  happened: readonly boolean[],
  feature: (i: number) => number,
  pull: number,
  stiffness: number,
): number {
  let slope = pull;
  let curvature = stiffness;
  for (let i = 0; i < scores.length; i += 1) {
    const probability = logistic(scores[i] ?? 0);
    const x = feature(i);
    slope += (probability - (happened[i] ? 1 : 0)) * x;
    curvature += probability * (1 - probability) * x * x;
  }
  return Math.max(-2, Math.min(2, -slope / Math.max(curvature, 1e-9)));
}

const clip = (weight: number, sign: Sign) =>
  sign === 'positive' ? Math.max(0, weight) : sign === 'negative' ? Math.min(0, weight) : weight;
