import { describe, expect, it } from 'vitest';
import { along } from '#shared/domain/health/curve.ts';
import { ewma, median, medianDeviation, normalCdf } from '#shared/domain/health/statistics.ts';

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

describe('median and median deviation', () => {
  it('agree with the worked example of Wikipedia, "Median absolute deviation"', () => {
    const values = [1, 1, 2, 2, 4, 6, 9];
    expect([median(values), medianDeviation(values)]).toEqual([2, 1]);
  });
  it('of an even number is halfway, of none is undefined', () => {
    expect([median([4, 1, 3, 2]), median([]), medianDeviation([])]).toEqual([2.5, undefined, undefined]);
  });
});

describe('ewma', () => {
  it('agrees with the worked example of the NIST e-Handbook, 6.3.2.4', () => {
    const [alpha, start] = [0.3, 50];
    const data = [
      52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1,
    ];
    // NIST starts from a target, which is one value as old as all that came before the data: (1 - a)^n / a.
    const before = { value: start, age: data.length - Math.log(alpha) / Math.log(1 - alpha) };
    const values = data.map((value, at) => ({ value, age: data.length - 1 - at }));
    expect(ewma([before, ...values], alpha)).toBeCloseTo(51.99, 2);
  });
  it('does not fade when nothing new comes', () => {
    const values = [
      { value: 9, age: 1 },
      { value: 5, age: 4 },
    ];
    const later = values.map(({ value, age }) => ({ value, age: age + 2_000 }));
    expect(ewma(later, 0.35)).toBeCloseTo(ewma(values, 0.35) ?? 0, 9);
  });
});

it('a curve is straight between its points and level beyond them', () => {
  const curve = { x: [0, 10, 20], y: [100, 50, 0] };
  expect([-5, 0, 5, 10, 16, 20, 99].map((x) => along(curve, x))).toEqual([100, 100, 75, 50, 20, 0, 0]);
});
