import { describe, expect, it } from 'vitest';
import { along } from '#shared/domain/health/curve.ts';
import { median, normalCdf } from '#shared/domain/health/statistics.ts';

describe('normalCdf agrees with published tables', () => {
  // Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.1; the tails from Wolfram's Erfc.
  it.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517795],
    [2.5, 0.9937903346742238],
    [-3, 0.0013498980316300946],
    [-6, 9.865876450376946e-10],
  ])('at %d', (z, probability) => expect(normalCdf(z)).toBeCloseTo(probability, 12));

  it('is certain far out', () =>
    expect([normalCdf(-1e9), normalCdf(-9), normalCdf(9), normalCdf(1e9)]).toEqual([0, 0, 1, 1]));
});

it('the median of an even number is halfway, of none is undefined', () => {
  expect([median([9, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, undefined]);
});

it('knows no probability of no number', () => {
  expect(normalCdf(Number.NaN)).toBeNaN();
});

it('a curve is straight between its points and level beyond them', () => {
  const curve = { x: [0, 10, 20], y: [100, 50, 0] };
  expect([-5, 0, 5, 10, 16, 20, 99].map((x) => along(curve, x))).toEqual([100, 100, 75, 50, 20, 0, 0]);
});
