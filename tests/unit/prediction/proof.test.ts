import { describe, expect, it } from 'vitest';
import { bestCutInHindsight, lastDelta, sameQuarterLastYear } from '#shared/domain/prediction/proof/baselines.ts';
import { calendarShare } from '#shared/domain/prediction/proof/calendar-share.ts';
import {
  accuracyOf,
  bootstrapOverClients,
  coverageCurve,
  gradeClasses,
} from '#shared/domain/prediction/proof/classification.ts';
import { gradeProbabilities } from '#shared/domain/prediction/proof/probabilities.ts';
import { seededRandom } from '#shared/domain/prediction/statistics/random.ts';

/** Golden values: scikit-learn 1.9.1 on the same predictions. */
const truth = [0, 0, 1, 1, 2, 2, 2, 1, 0, 2];
const predicted = [0, 1, 1, 1, 2, 0, 2, 2, 0, 2];
const graded = truth.map((one, i) => ({
  client: i % 5,
  truth: one,
  predicted: predicted[i] ?? 0,
  confidence: 1 - i / 20,
}));

describe('grading classes', () => {
  it('agrees with scikit-learn', () => {
    expect(gradeClasses(graded, 3)).toEqual({
      points: 10,
      accuracy: 0.7,
      majorityShare: 0.4,
      balancedAccuracy: expect.closeTo(0.694444, 6),
      macroF1: expect.closeTo(0.694444, 6),
      confusion: [
        [2, 1, 0],
        [0, 2, 1],
        [1, 0, 3],
      ],
    });
  });

  it('answers only the most confident share on the coverage curve', () => {
    expect(coverageCurve(graded, [1, 0.5])).toEqual([
      { coverage: 1, accuracy: 0.7 },
      { coverage: 0.5, accuracy: 0.8 },
    ]);
  });

  it('gives an interval around the figure that repeats for the same seed', () => {
    const interval = bootstrapOverClients(graded, accuracyOf, seededRandom(3));
    expect(interval.low).toBeLessThan(0.7);
    expect(interval.high).toBeGreaterThan(0.7);
    expect(bootstrapOverClients(graded, accuracyOf, seededRandom(3))).toEqual(interval);
  });
});

describe('grading probabilities', () => {
  const foretell = (probabilities: readonly number[], happened: readonly number[]) =>
    probabilities.map((probability, client) => ({ client, probability, happened: happened[client] === 1 }));

  it('agrees with scikit-learn', () => {
    const report = gradeProbabilities(
      foretell([0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], [0, 0, 1, 0, 0, 1, 1, 0, 1, 1]),
    );
    expect(report).toMatchObject({ auc: expect.closeTo(0.8), brierSkill: expect.closeTo(0.291), baseRate: 0.5 });
    expect(report.recallInRiskiestTenth).toBeCloseTo(0.2);
  });

  it('counts equal probabilities as half a guess', () => {
    expect(gradeProbabilities(foretell([0.2, 0.2, 0.1, 0.9, 0.5], [0, 1, 0, 1, 1])).auc).toBeCloseTo(0.916667, 6);
  });

  it('finds no calibration error where a tenth of what is called a tenth happens', () => {
    const points = foretell(
      new Array<number>(100).fill(0.1),
      Array.from({ length: 100 }, (_, i) => Number(i % 10 === 0)),
    );
    expect(gradeProbabilities(points).calibrationError).toBeCloseTo(0);
    expect(gradeProbabilities(points).brierSkill).toBeCloseTo(0);
  });
});

describe('the naive baselines', () => {
  const rising = Float64Array.from({ length: 15 }, (_, t) => 5 + 0.2 * t);

  it('continue the last change, or repeat last year', () => {
    expect(lastDelta(rising, 0.35)).toBe('improving');
    expect(lastDelta(rising.toReversed(), 0.35)).toBe('declining');
    expect(sameQuarterLastYear(rising, 0.35)).toBe('improving');
    expect(lastDelta(rising.subarray(0, 3), 0.35)).toBe('stable');
  });

  it('flatter the composite with the best cut in hindsight', () => {
    const cut = bestCutInHindsight([5, 1, -4, 0.5], ['improving', 'stable', 'declining', 'stable']);
    expect(cut).toBeGreaterThanOrEqual(1);
    expect(cut).toBeLessThan(4);
  });
});

describe('the share of variance that is calendar', () => {
  const scores = (score: (t: number, random: () => number) => number) => {
    const random = seededRandom(5);
    return Array.from({ length: 40 }, (_, client) =>
      Array.from({ length: 36 }, (_, t) => ({
        client,
        group: 'football',
        asOf: 24000 + t,
        score: client + score(t, random),
      })),
    ).flat();
  };

  it('is all of it for a pure season, none for pure noise, half for half', () => {
    const season = (t: number) => Math.sqrt(2) * Math.sin((2 * Math.PI * t) / 12);
    const noise = (random: () => number) => Math.sqrt(12) * (random() - 0.5);
    expect(calendarShare(scores(season))).toBeCloseTo(1);
    expect(calendarShare(scores((_, random) => noise(random)))).toBeCloseTo(0, 1);
    expect(calendarShare(scores((t, random) => season(t) + noise(random)))).toBeCloseTo(0.5, 1);
  });
});
