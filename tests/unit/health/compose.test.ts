import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dimension } from '#shared/domain/health/assessment.ts';
import { compose } from '#shared/domain/health/compose.ts';
import type { Curve } from '#shared/domain/health/curve.ts';
import * as model from '#shared/domain/health/model.ts';
import { metrics } from '#shared/domain/health/score/metrics.ts';
import type { Reading } from '#shared/domain/health/score/read-dimensions.ts';
import { weights } from '#shared/domain/health/weights.ts';

const reading = (dimension: Dimension, unadjusted: number | undefined, score = unadjusted): Reading => ({
  dimension,
  score,
  unadjusted,
  confidence: 1,
  metrics: [],
});
const all = (unadjusted: number, score = unadjusted) =>
  Dimension.options.map((name) => reading(name, unadjusted, score));

describe('the composite', () => {
  it('weighs usage 30, satisfaction 25, adoption 20, financial 15 and leadership 10 in a hundred', () => {
    const composed = compose(Dimension.options.map((name, at) => reading(name, 90 - 10 * at)));
    expect(composed?.score).toBe(0.3 * 90 + 0.25 * 80 + 0.2 * 70 + 0.15 * 60 + 0.1 * 50);
    expect(composed?.drivers).toEqual([
      { driver: 'usage', hundredths: 2700 },
      { driver: 'satisfaction', hundredths: 2000 },
      { driver: 'adoption', hundredths: 1400 },
      { driver: 'financial', hundredths: 900 },
      { driver: 'leadership', hundredths: 500 },
      { driver: 'season', hundredths: 0 },
    ]);
  });

  it('shares the weight of a missing dimension among the others', () => {
    const composed = compose([reading('usage', 60), reading('satisfaction', undefined), reading('leadership', 100)]);
    expect(composed?.score).toBe(70);
    expect(composed?.drivers.map(({ hundredths }) => hundredths)).toEqual([4500, 2500, 0]);
  });

  it('is no number when nothing is known', () => expect(compose([reading('usage', undefined)])).toBeUndefined());

  // The calendar moved a dimension from the first figure to the second.
  it.each([
    [60, 66, 66, 1.1],
    [60, 90, 69, 1.15],
    [60, 30, 51, 0.85],
    [95, 100, 100, 100 / 95],
    [0, 50, 0, 1],
    [0.01, 100, 0.01, 1],
  ])('the season moves %d to %d: the score is %d, the factor %d', (unadjusted, adjusted, score, factor) => {
    const composed = compose(all(unadjusted, adjusted));
    expect(composed).toMatchObject({ score, seasonFactor: expect.closeTo(factor, 9) });
  });

  it('keeps score = score without the season x factor, bounds, and the sum of the drivers, for all readings', () => {
    const points = fc.double({ min: 0, max: 100, noNaN: true });
    const readings = fc.tuple(
      ...Dimension.options.map((name) => fc.tuple(points, points).map(([a, b]) => reading(name, a, b))),
    );
    fc.assert(
      fc.property(readings, (some) => {
        const { score, seasonFactor, drivers } = compose(some) ?? { score: 0, seasonFactor: 0, drivers: [] };
        const dimensions = drivers.filter(({ driver }) => driver !== 'season');
        const withoutSeason = dimensions.reduce((sum, { hundredths }) => sum + hundredths, 0);
        expect(drivers.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(Math.round(score * 100));
        expect((withoutSeason / 100) * seasonFactor).toBeCloseTo(score, 9);
        expect(seasonFactor).toBeGreaterThanOrEqual(0.85);
        expect(seasonFactor).toBeLessThanOrEqual(1.15);
        for (const { driver, hundredths } of dimensions) {
          const exact = some.find(({ dimension }) => dimension === driver)?.unadjusted ?? 0;
          expect(Math.abs(hundredths - 100 * exact * (driver === 'season' ? 0 : weights[driver]))).toBeLessThan(1.01);
        }
      }),
    );
  });
});

describe('the numbers of the model', () => {
  it('the weights sum to one, of the dimensions and within each', () => {
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (const ofDimension of Object.values(metrics))
      expect(ofDimension.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  const curvesIn = (value: unknown, path: string): [string, Curve][] =>
    typeof value !== 'object' || value === null
      ? []
      : 'x' in value && 'y' in value
        ? [[path, value as Curve]]
        : Object.entries(value).flatMap(([name, inner]) => curvesIn(inner, `${path}.${name}`));

  it.each([...curvesIn(model, 'model'), ...curvesIn(metrics, 'metrics')])(
    '%s has a y for each x, x rising and y never turning',
    (_, { x, y }) => {
      expect(y).toHaveLength(x.length);
      expect(x).toEqual([...new Set(x)].sort((a, b) => a - b));
      const ascending = y.toSorted((a, b) => a - b);
      expect([ascending, ascending.toReversed()]).toContainEqual([...y]);
    },
  );
});
