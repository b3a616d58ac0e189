import * as z from 'zod';
import { minimise } from './minimise.ts';
import { seededRandom } from './random.ts';

const Weights = z.array(z.array(z.number()));

/** A network with one hidden layer: each unit and each class has an intercept first, then one weight per input. */
export const Network = z.object({ hidden: Weights, output: Weights });
export type Network = z.infer<typeof Network>;

/**
 * Fits a network with one hidden layer of `units` (tanh) and a softmax of the classes to features of about unit scale, by at most `steps`
 * steps of L-BFGS on the log loss plus `ridge / 2` times the squared weights (intercepts free). Same objective as scikit-learn's
 * MLPClassifier with alpha = ridge. It starts from random weights (Glorot and Bengio 2010) and may end in another optimum for another seed.
 */
export function fitNetwork(
  rows: readonly Float64Array[],
  classes: readonly number[],
  classCount: number,
  { units, ridge, steps, seed }: { units: number; ridge: number; steps: number; seed: number },
): Network {
  const inputs = (rows[0]?.length ?? 0) + 1;
  const outputs = units + 1;
  const split = units * inputs;
  const activity = new Float64Array(units);
  const errors = new Float64Array(classCount);
  const isIntercept = (at: number) => (at < split ? at % inputs === 0 : (at - split) % outputs === 0);
  const fitted = minimise(
    (weights, gradient) => {
      let loss = 0;
      for (let at = 0; at < weights.length; at += 1) {
        const weight = isIntercept(at) ? 0 : (weights[at] ?? 0);
        loss += (ridge / 2) * weight * weight;
        gradient[at] = ridge * weight;
      }
      for (const [i, row] of rows.entries()) {
        for (let h = 0; h < units; h += 1) activity[h] = Math.tanh(linear(weights, h * inputs, row));
        loss += softmaxErrors(weights, split, activity, classes[i] ?? 0, errors);
        for (let h = 0; h < units; h += 1) {
          const active = activity[h] ?? 0;
          let back = 0;
          for (let k = 0; k < classCount; k += 1)
            back += (errors[k] ?? 0) * (weights[split + k * outputs + 1 + h] ?? 0);
          addTimes(gradient, h * inputs, back * (1 - active * active), row);
        }
        for (let k = 0; k < classCount; k += 1) addTimes(gradient, split + k * outputs, errors[k] ?? 0, activity);
      }
      return loss;
    },
    start(units, inputs, classCount, seed),
    { tolerance: 1e-6 * Math.max(rows.length, 1), maxSteps: steps },
  );
  return {
    hidden: slices(fitted.subarray(0, split), inputs),
    output: slices(fitted.subarray(split), outputs),
  };
}

/** The probability of each class; they sum to 1. */
export function networkProbabilities({ hidden, output }: Network, row: Float64Array): number[] {
  const activity = new Float64Array(hidden.length);
  for (const [h, weights] of hidden.entries()) activity[h] = Math.tanh(linear(weights, 0, row));
  const scores = output.map((weights) => linear(weights, 0, activity));
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}

/** Writes probability less truth of each class into `errors` and answers the log loss. */
function softmaxErrors(weights: Float64Array, at: number, row: Float64Array, truth: number, errors: Float64Array) {
  let total = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < errors.length; k += 1) {
    const score = linear(weights, at + k * (row.length + 1), row);
    errors[k] = score;
    most = Math.max(most, score);
  }
  const ofTruth = errors[truth] ?? 0;
  for (let k = 0; k < errors.length; k += 1) total += Math.exp((errors[k] ?? 0) - most);
  const logTotal = most + Math.log(total);
  for (let k = 0; k < errors.length; k += 1) errors[k] = Math.exp((errors[k] ?? 0) - logTotal) - (k === truth ? 1 : 0);
  return logTotal - ofTruth;
}

function start(units: number, inputs: number, classCount: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const weights = new Float64Array(units * inputs + classCount * (units + 1));
  const reach = [Math.sqrt(6 / (inputs - 1 + units)), Math.sqrt(6 / (units + classCount))] as const;
  return weights.map((_, at) => (2 * random() - 1) * reach[at < units * inputs ? 0 : 1]);
}

function linear(weights: ArrayLike<number>, at: number, row: Float64Array): number {
  let sum = weights[at] ?? 0;
  for (let j = 0; j < row.length; j += 1) sum += (weights[at + 1 + j] ?? 0) * (row[j] ?? 0);
  return sum;
}

function addTimes(gradient: Float64Array, at: number, times: number, row: Float64Array): void {
  gradient[at] = (gradient[at] ?? 0) + times;
  for (let j = 0; j < row.length; j += 1) gradient[at + 1 + j] = (gradient[at + 1 + j] ?? 0) + times * (row[j] ?? 0);
}

const slices = (flat: Float64Array, width: number): number[][] =>
  Array.from({ length: flat.length / width }, (_, k) => Array.from(flat.subarray(k * width, (k + 1) * width)));
