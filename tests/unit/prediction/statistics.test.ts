import { describe, expect, it } from 'vitest';
import { fitIsotonic, fitPlatt, heightAt } from '#shared/domain/prediction/statistics/calibration.ts';
import { cholesky, solveCholesky } from '#shared/domain/prediction/statistics/cholesky.ts';
import { fitLogistic } from '#shared/domain/prediction/statistics/constrained-logistic.ts';
import { fitNetwork, networkProbabilities } from '#shared/domain/prediction/statistics/neural-network.ts';
import { seededRandom } from '#shared/domain/prediction/statistics/random.ts';
import {
  median,
  robustDeviation,
  sortedQuantile,
  theilSenSlope,
  winsorised,
} from '#shared/domain/prediction/statistics/robust.ts';

/** Golden values: scikit-learn 1.9.1, scipy and numpy on the same numbers. */
const rows = [
  [0.5, 1.2],
  [-1, 0.3],
  [1.5, -0.7],
  [0.2, -1.1],
  [-0.6, 0.9],
  [1.1, 0.4],
  [-1.4, -0.5],
  [0.8, 1.6],
  [-0.3, -0.2],
  [0.1, 0.7],
  [1.9, 0.2],
  [-0.9, -1.3],
].map((row) => Float64Array.from(row));
const near = (expected: number) => expect.closeTo(expected, 5);

describe('fits agree with scikit-learn', () => {
  it.each([1, 2, 3])('network with one hidden layer and ridge, from any start (seed %i)', (seed) => {
    const network = fitNetwork(rows, [2, 0, 1, 1, 0, 2, 0, 2, 1, 2, 1, 0], 3, {
      units: 2,
      ridge: 0.5,
      steps: 5000,
      seed,
    });
    const said = (x: number, y: number) => networkProbabilities(network, Float64Array.of(x, y));
    expect(said(0.3, 0.3)).toEqual([0.10295, 0.37506, 0.52199].map((x) => expect.closeTo(x, 4)));
    expect(said(-1, 1)).toEqual([0.86973, 0.01957, 0.1107].map((x) => expect.closeTo(x, 4)));
  });

  const happened = [1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0].map(Boolean);

  it('logistic regression with ridge', () => {
    const fitted = fitLogistic(rows, happened, { signs: ['free', 'free'], ridge: 1 });
    expect(fitted).toEqual({ intercept: near(-0.699682), weights: [near(0.834041), near(0.789205)] });
  });

  it('isotonic regression', () => {
    const scores = [0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
    const { to } = fitIsotonic(scores, [0, 0, 1, 0, 0, 1, 1, 0, 1, 1].map(Boolean));
    expect([...new Set(to)]).toEqual([0, near(1 / 3), near(2 / 3), 1]);
  });

  it('keeps a weight at zero rather than give it the wrong sign', () => {
    const { weights } = fitLogistic(rows, happened, { signs: ['negative', 'positive'], ridge: 1 });
    expect(weights[0]).toBe(0);
    expect(weights[1]).toBeGreaterThan(0);
  });
});

describe('robust statistics', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];

  it('agree with numpy and scipy', () => {
    expect(theilSenSlope(values)).toBeCloseTo(0.4642857);
    expect(robustDeviation(values)).toBeCloseTo(2.9652);
    expect(sortedQuantile([...values].sort(), 0.3)).toBeCloseTo(2.1);
  });

  it('pass over missing values', () => {
    expect(median([3, Number.NaN, 1])).toBe(2);
    expect(theilSenSlope([0, Number.NaN, 2])).toBe(1);
    expect(median([])).toBeNaN();
  });

  it('hold a wild value within 3.5 deviations and leave the others alone', () => {
    const held = winsorised(Float64Array.of(10, 11, 9, 10, 12, 500), 1);
    expect([...held.slice(0, 5)]).toEqual([10, 11, 9, 10, 12]);
    expect(held[5]).toBeLessThan(20);
    expect(winsorised(Float64Array.of(10, 10, 10, 13), 2)[3]).toBe(12);
  });
});

it('solves a linear system by its Cholesky factor and refuses a matrix that has none', () => {
  const lower = cholesky(Float64Array.of(4, 2, 2, 3), 2);
  expect([...solveCholesky(lower, Float64Array.of(8, 7))]).toEqual([expect.closeTo(1.25), expect.closeTo(1.5)]);
  expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
});

it('calibrates scores that are too bold back towards what happened', () => {
  const random = seededRandom(1);
  const truth = Array.from({ length: 4000 }, () => 4 * random() - 2);
  const happened = truth.map((logOdds) => random() < 1 / (1 + Math.exp(-logOdds)));
  const { slope, offset } = fitPlatt(
    truth.map((logOdds) => 2 * logOdds + 1),
    happened,
  );
  expect(slope).toBeCloseTo(0.5, 1);
  expect(offset).toBeCloseTo(-0.5, 1);
});

it('reads a calibration curve between its points and flat beyond them', () => {
  const curve = { from: [0, 1], to: [0.2, 0.6] };
  expect([-5, 0, 0.5, 1, 9].map((score) => heightAt(curve, score))).toEqual([0.2, 0.2, expect.closeTo(0.4), 0.6, 0.6]);
});

it('repeats the same random numbers for the same seed', () => {
  const [first, again, other] = [seededRandom(7), seededRandom(7), seededRandom(8)];
  const draws = Array.from({ length: 5 }, first);
  expect(Array.from({ length: 5 }, again)).toEqual(draws);
  expect(other()).not.toBe(draws[0]);
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
});
