import { describe, expect, it } from 'vitest';
import { modelFile } from '#local/evaluation/train.ts';
import { PredictionModel } from '#shared/domain/prediction/model.ts';
import { priorRenewalForecast } from '#shared/domain/prediction/renewal/prior-renewal.ts';
import { forecastRenewal, lossWithinSixMonths } from '#shared/domain/prediction/renewal/renewal-model.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { seededRandom } from '#shared/domain/prediction/statistics/random.ts';
import { trainModel } from '#shared/domain/prediction/training/train-model.ts';
import { trendFeatureNames } from '#shared/domain/prediction/trend/trend-features.ts';
import { forecastTrend } from '#shared/domain/prediction/trend/trend-model.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { aHistory } from './histories.ts';

const data = { date: IsoDate.parse('2026-11-22'), description: 'sketches', simulated: true };

/** Clients whose satisfaction follows, a quarter later, a wave in what drives it. */
const wavy = (clientId: string, seed: number, renewals: number) => {
  const random = seededRandom(seed);
  const phase = 2 * Math.PI * random();
  const wave = (t: number) => Math.sin((2 * Math.PI * t) / 20 + phase);
  const history = aHistory({
    clientId,
    seed,
    driveAt: (t) => 1 + 0.2 * wave(t),
    satisfactionAt: (t) => 7 + 1.5 * wave(t - 3),
  });
  const trend = history.months.slice(11, 33).map(({ month: asOf }, i) => {
    const mean = (from: number) => [0, 1, 2].reduce((sum, k) => sum + 1.5 * wave(from + k - 3), 0) / 3;
    const delta = mean(12 + i) - mean(9 + i);
    const label = delta > 0.35 ? 'improving' : delta < -0.35 ? 'declining' : 'stable';
    return {
      asOf,
      label: label as 'improving' | 'stable' | 'declining',
      delta,
      measuredDelta: undefined,
      measuredLabel: undefined,
    };
  });
  const decided = Array.from({ length: renewals }, (_, i) => ({
    month: history.months[i === 0 ? 23 : 35]?.month ?? data.date.slice(0, 7),
    decision: 'renewed' as const,
    arrBefore: 1,
    arrAfter: 1,
  })) as NonNullable<NonNullable<typeof history.outcomes>['renewals']>;
  return { ...history, outcomes: { trend, renewals: decided } };
};

describe('training on a book of one’s own', () => {
  const book = Array.from({ length: 24 }, (_, i) => wavy(`conference-${i}`, i, 2));
  const model = trainModel([book], data);

  it('learns what leads satisfaction, and writes down what it reached on clients held out', () => {
    expect(model.metrics.trendAccuracy).toBeGreaterThan((model.metrics.trendMajorityShare ?? 1) + 0.2);
    expect(model.trainedOn).toMatchObject({ clients: 24, trendPoints: 24 * 22, renewals: 48, simulated: true });
  });

  it('leaves renewals to the prior under 50 of them, around its own loss', () => {
    expect(model.renewal).toBeUndefined();
    expect(model.usualLoss.atRenewal).toBeCloseTo(0.8 / 58);
  });

  it('is a file that reads back as the same model', () => {
    expect(PredictionModel.parse(JSON.parse(modelFile(model))).trend.features).toEqual(trendFeatureNames);
  });

  it('learns from few but enough clients, and claims no figure when none can be held out', () => {
    const few = trainModel([book.slice(0, 10)], data);
    expect(few.trainedOn.trendPoints).toBe(220);
    expect(few.metrics).toEqual({});
    const withASmallSecond = trainModel([book.slice(0, 12), book.slice(12, 14)], data);
    expect(withASmallSecond.metrics.trendAccuracy).toBeGreaterThan(0);
  });

  it('leaves renewals to the prior when no month says when the next one falls', () => {
    const undated = Array.from({ length: 12 }, (_, i) => wavy(`conference-${i}`, i, 5)).map((history) => ({
      ...history,
      months: history.months.map((month) => ({ ...month, monthsToRenewal: undefined })),
    }));
    const { renewal, trainedOn } = trainModel([undated], data);
    expect(trainedOn.renewals).toBe(60);
    expect(renewal).toBeUndefined();
  });

  it('says so when there is too little to learn from', () => {
    expect(() => trainModel([book.slice(0, 3)], data)).toThrow(/66 points with a known trend are too few/);
  });
});

describe('the shipped model', () => {
  const model = shippedModel;

  it('says that it was trained on simulated clients, and what it reached on those held out', () => {
    expect(model.trainedOn).toMatchObject({ simulated: true, clients: 600, data: expect.stringContaining('31-36') });
    expect(model.metrics.trendAccuracy).toBeGreaterThan(0.85);
  });

  it('reads the features this code computes', () => {
    expect(model.trend.features).toEqual(trendFeatureNames);
  });

  it('is calm about a client of whom it knows nothing, and not confident', () => {
    const unknown = new Float64Array(trendFeatureNames.length).fill(Number.NaN);
    expect(forecastTrend(model.trend, unknown)).toMatchObject({ label: 'stable', confident: false });
  });

  it('lets a loss come likelier as anything gets worse, and only near a decision', () => {
    const renewal = model.renewal;
    if (!renewal) throw new Error('it has a renewal model');
    const usual = Float64Array.of(7, 7, 0, 0, 0.6, 5, 1.5, 0, 4, 65, 55, 0.6, 2);
    const lossWith = (at: number, value: number) => forecastRenewal(renewal, usual.with(at, value), 4).churn6m;
    const base = forecastRenewal(renewal, usual, 4).churn6m;
    for (const [at, worse] of [
      [0, 5],
      [1, 5],
      [2, -0.3],
      [3, -0.8],
      [4, 0.2],
      [5, 40],
      [6, 0.2],
      [9, 30],
      [10, 20],
      [11, 0.2],
      [12, 12],
    ] as const)
      expect(lossWith(at, worse)).toBeGreaterThanOrEqual(base);
    expect(lossWith(0, 4)).toBeGreaterThan(2 * base);
    expect(forecastRenewal(renewal, usual, 9).churn6m).toBeLessThan(0.02);
  });
});

it('moves the usual loss by 0.6 log-odds for ten points of health before renewals were seen', () => {
  const logOdds = (health: number) => {
    const kept = priorRenewalForecast(health, 3, { atRenewal: 0.1, otherwise: 0.005 }).renewalProbability;
    return Math.log((1 - kept) / kept);
  };
  expect(logOdds(60) - logOdds(70)).toBeCloseTo(0.6);
  expect(1 / (1 + Math.exp(-logOdds(70)))).toBeCloseTo(0.1);
});

it('loses a client within six months at a decision in one to six months, in month 0 it has just fallen', () => {
  const lost = (monthsToRenewal: number) => lossWithinSixMonths(0.4, monthsToRenewal, 0);
  expect([0, 1, 6, 7].map(lost)).toEqual([0, 0.4, 0.4, 0]);
  expect(lost(Number.NaN)).toBe(0.2);
  expect(lossWithinSixMonths(0.4, 3, 0.1)).toBeCloseTo(1 - 0.6 * 0.9);
});
