import { cholesky, crossProducts, solveCholesky } from './cholesky.ts';
import { minimise } from './minimise.ts';

/** One row of weights per class: the intercept first, then one weight per feature. */
export type MultinomialWeights = readonly (readonly number[])[];

/**
 * Fits a multinomial logistic regression with a ridge penalty of `ridge / 2` times the squared weights (intercepts free)
 * on features of about unit scale; `classes[i]` is the class of row i, 0 to `classCount` - 1. Same optimum as scikit-learn's
 * LogisticRegression with C = 1 / ridge.
 */
export function fitMultinomial(
  rows: readonly Float64Array[],
  classes: readonly number[],
  classCount: number,
  ridge: number,
): MultinomialWeights {
  const width = (rows[0]?.length ?? 0) + 1;
  const scores = new Float64Array(classCount);
  const fitted = minimise(
    (weights, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (const [i, row] of rows.entries()) {
        const truth = classes[i] ?? 0;
        for (let k = 0; k < classCount; k += 1) scores[k] = linear(weights, k * width, row);
        const logTotal = logSumExp(scores);
        loss += logTotal - (scores[truth] ?? 0);
        for (let k = 0; k < classCount; k += 1) {
          const error = Math.exp((scores[k] ?? 0) - logTotal) - (k === truth ? 1 : 0);
          const at = k * width;
          gradient[at] = (gradient[at] ?? 0) + error;
          for (let j = 0; j < row.length; j += 1)
            gradient[at + 1 + j] = (gradient[at + 1 + j] ?? 0) + error * (row[j] ?? 0);
        }
      }
      for (let at = 0; at < weights.length; at += 1) {
        if (at % width === 0) continue;
        const weight = weights[at] ?? 0;
        loss += (ridge / 2) * weight * weight;
        gradient[at] = (gradient[at] ?? 0) + ridge * weight;
      }
      return loss;
    },
    new Float64Array(classCount * width),
    { tolerance: 1e-7 * Math.max(rows.length, 1), precondition: hessianBound(rows, classCount, ridge) },
  );
  return Array.from({ length: classCount }, (_, k) => Array.from(fitted.subarray(k * width, (k + 1) * width)));
}

/** The probability of each class; they sum to 1. */
export function classProbabilities(weights: MultinomialWeights, row: Float64Array): number[] {
  const scores = classScores(weights, row);
  const logTotal = logSumExp(scores);
  return scores.map((score) => Math.exp(score - logTotal));
}

/**
 * Solves by half the cross products, a bound that no Hessian of this model exceeds (Boehning 1992), class by class.
 */
function hessianBound(rows: readonly Float64Array[], classCount: number, ridge: number) {
  const width = (rows[0]?.length ?? 0) + 1;
  const bound = crossProducts(rows, width - 1).map((sum) => sum / 2);
  for (let j = 0; j < width; j += 1) bound[j * width + j] = (bound[j * width + j] ?? 0) + (j === 0 ? 1e-6 : ridge);
  const lower = cholesky(bound, width);
  return (gradient: Float64Array): Float64Array => {
    const solved = new Float64Array(gradient.length);
    for (let k = 0; k < classCount; k += 1)
      solved.set(solveCholesky(lower, gradient.slice(k * width, (k + 1) * width)), k * width);
    return solved;
  };
}

/** The log-odds of each class, up to a common constant. */
export function classScores(weights: MultinomialWeights, row: Float64Array): number[] {
  return weights.map((ofClass) => {
    let sum = ofClass[0] ?? 0;
    for (let j = 0; j < row.length; j += 1) sum += (ofClass[j + 1] ?? 0) * (row[j] ?? 0);
    return sum;
  });
}

function linear(weights: Float64Array, at: number, row: Float64Array): number {
  let sum = weights[at] ?? 0;
  for (let j = 0; j < row.length; j += 1) sum += (weights[at + 1 + j] ?? 0) * (row[j] ?? 0);
  return sum;
}

function logSumExp(values: ArrayLike<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k += 1) most = Math.max(most, values[k] ?? 0);
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) sum += Math.exp((values[k] ?? 0) - most);
  return most + Math.log(sum);
}
