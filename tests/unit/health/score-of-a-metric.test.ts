import { describe, expect, it } from 'vitest';
import { Dimension } from '#shared/domain/health/assessment.ts';
import { groundsOfHistory } from '#shared/domain/health/score/grounds.ts';
import { type Metric, metrics } from '#shared/domain/health/score/metrics.ts';
import { fitPeers, referenceOf } from '#shared/domain/health/score/peers.ts';
import { scoreMetric } from '#shared/domain/health/score/score-metric.ts';
import { dimensionScore } from '#shared/domain/health/score/score-panel.ts';
import type { Measure } from '#shared/domain/prediction/history/measures.ts';
import { mapMeasures, type Panel } from '#shared/domain/prediction/history/panel.ts';

const { NaN: none } = Number;
const nobody = { median: none, spread: none };
const column = (...values: number[]) => Float64Array.from(values);
const repeated = (value: number, months: number) => Array.from({ length: months }, () => value);

/** A metric of nothing in particular: the newest month only, against what is usual, no product. */
const metric = (changed: Partial<Metric> = {}): Metric => ({
  measure: 'satisfaction',
  label: 'Any',
  weight: 1,
  smoothing: 1,
  yardstick: { against: 'usual', leastSpread: 1 },
  ...changed,
});

describe('what is usual scores 70, and each spread away what a normal distribution says', () => {
  it.each([
    [0, 70],
    [1, 91.54],
    [-1, 37.22],
    [3.5, 99.98],
    [99, 99.98],
    [-3.5, 0.7],
    [-99, 0.7],
  ])('%d spreads away: %d', (away, score) => {
    expect(scoreMetric(metric(), column(8 + away), { median: 8, spread: 1 })?.score).toBeCloseTo(score, 1);
  });

  it('where the months of peers lie further apart, less', () => {
    expect(scoreMetric(metric(), column(10), { median: 8, spread: 2 })?.score).toBeCloseTo(91.54, 1);
    expect(scoreMetric(metric(), column(9), { median: 8, spread: 0.1 })?.score).toBeCloseTo(91.54, 1);
  });
});

describe('what is usual', () => {
  const usual = (own: number[], median = none) =>
    scoreMetric(metric(), column(...own, 5), { median, spread: none })?.usual;

  it.each([
    ['the peers, for a client without a past', [], 8, 8],
    ['a seventh its own after a month', [1], 8, 7],
    ['half its own after six', repeated(2, 6), 8, 5],
    ['two thirds its own after a year', repeated(2, 12), 8, 4],
    ['no further back than a year', [...repeated(90, 5), ...repeated(2, 12)], 8, 4],
    ['counted in months that are known', [none, none, 1], 8, 7],
    ['its own alone without peers', [3, 2, 1], none, 2],
    ['nothing, of two months and no peers', [2, 1], none, undefined],
  ])('is %s', (_what, own, median, expected) => {
    expect(usual(own, median)).toEqual(expected === undefined ? undefined : expect.closeTo(expected, 9));
  });

  it('may be what we expect of anybody', () => {
    const expecting = metric({ yardstick: { against: 'usual', leastSpread: 1, otherwise: 5 } });
    expect(scoreMetric(expecting, column(5), nobody)).toMatchObject({ usual: 5, level: 5 });
    expect(scoreMetric(expecting, column(5), { median: 4, spread: none })).toMatchObject({ usual: 4 });
  });
});

describe('the level', () => {
  const level = (smoothing: number, ...values: number[]) =>
    scoreMetric(
      metric({ smoothing, yardstick: { against: 'curve', curve: { x: [0, 1], y: [0, 1] } } }),
      column(...values),
      nobody,
    )?.level;

  it.each([
    [1, [4, 7], 7],
    [1, [4, 7, none], 7],
    [0, [4, 7], 5.5],
    [0.5, [4, 7], 6],
    [0.5, [4, none, 7], 6.4],
    [0, [...repeated(99, 3), ...repeated(1, 12)], 1],
    [1, [9, ...repeated(none, 11)], 9],
    [1, [9, ...repeated(none, 12)], undefined],
    [0.5, [], undefined],
  ])('with a smoothing of %d of %o is %d', (smoothing, values, expected) => {
    expect(level(smoothing, ...values)).toEqual(expected === undefined ? undefined : expect.closeTo(expected, 9));
  });
});

describe('work that surges', () => {
  const surging = (product: Metric['product'], ...values: number[]) =>
    scoreMetric(metric({ ...(product ? { product } : {}) }), column(...values), { median: 0, spread: 2 })?.score;
  const flat = repeated(0, 12);

  it('counts for half a spread until it has lasted three months of five', () => {
    const half = scoreMetric(metric(), column(...flat, 1), { median: 0, spread: 2 })?.score ?? 0;
    expect(surging('flextime', ...flat, 9)).toBeCloseTo(half, 9);
    expect(surging('flextime', ...flat, 9, 9)).toBeCloseTo(half, 9);
    expect(surging('flextime', ...flat, 9, 9, 9)).toBeGreaterThan(half + 10);
  });

  it('only where it is work: a fall, and what no product reports, count at once', () => {
    expect(surging(undefined, ...flat, 9)).toBeGreaterThan(95);
    expect(surging('flextime', ...flat, -9)).toBeLessThan(2);
  });
});

describe('a book of clients', () => {
  const length = 14;
  const panel = (clientId: string, group: string, values: Partial<Record<Measure, number[]>>): Panel => ({
    clientId,
    group,
    firstMonth: 0,
    length,
    overlap: 0,
    columns: mapMeasures((measure) => Float64Array.from(values[measure] ?? repeated(none, length))),
  });
  const efficiency = (level: number) => ({ efficiency: [99, 99, ...repeated(level, length - 2)] });
  const book = [
    panel('a', 'football', efficiency(10)),
    panel('b', 'football', efficiency(20)),
    panel('c', 'football', { efficiency: [...repeated(none, length - 1), 60] }),
    panel('d', 'other', efficiency(30)),
    panel('e', 'other', { ...efficiency(40), daysLate: repeated(3, length) }),
    panel('f', 'other', { daysLate: repeated(3, length) }),
    panel('g', 'other', { daysLate: repeated(3, length) }),
  ];

  it('knows what is usual in a group of three or more, over the last year, else in all of it', () => {
    const peers = fitPeers(book, length - 1);
    expect(referenceOf(peers, 'football', 'efficiency')).toEqual({ median: 20, spread: expect.closeTo(14.826, 3) });
    expect(referenceOf(peers, 'other', 'efficiency').median).toBe(30);
    expect(referenceOf(peers, 'unknown', 'efficiency').median).toBe(30);
    expect(referenceOf(peers, 'football', 'daysLate')).toEqual({ median: none, spread: none });
    expect(referenceOf(peers, 'football', 'satisfaction')).toEqual({ median: none, spread: none });
  });

  it('knows nothing before its first month', () => {
    expect(referenceOf(fitPeers(book, -1), 'football', 'efficiency').median).toBeNaN();
  });

  it('uses nothing after its month', () => {
    expect(referenceOf(fitPeers(book, 1), 'football', 'efficiency').median).toBe(99);
    expect(referenceOf(fitPeers(book, length - 2), '*', 'efficiency').median).toBe(25);
  });
});

describe('in a monthly history', () => {
  const grounds = (values: number[], changed: Partial<Metric> = {}) =>
    groundsOfHistory({ columns: mapMeasures(() => Float64Array.from(values)) })(metric(changed));

  it.each([
    [[1], 1],
    [[1, none], 1],
    [[1, none, none], 10 / 11],
    [[1, ...repeated(none, 6)], 6 / 11],
    [[1, ...repeated(none, 12)], 0],
    [[none, none], 0],
    [[], 0],
  ])('what was last known in %o is trusted %d', (values, confidence) => {
    expect(grounds(values)).toEqual({ confidence: expect.closeTo(confidence, 9), left: 1 });
  });

  it.each([
    [[1], 1, 1],
    [[1, none], 1, 1],
    [[1, none, none], 0.793, 0.75],
    [[1, none, none, none], 0.5, 0.4],
    [[1, ...repeated(none, 9)], 0.1, 0],
    [repeated(none, 3), 0.1, 0],
  ])('a product silent in %o leaves its confidence and its score', (values, confidence, left) => {
    const said = grounds(values, { product: 'any' });
    expect(said?.confidence).toBeCloseTo(confidence, 2);
    expect(said?.left).toBeCloseTo(left, 9);
  });
});

it('every metric has a name of its own for people, and those of a dimension weigh one together', () => {
  const all = Object.values(metrics).flat();
  expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
  for (const { label } of all) expect(label).toMatch(/^[A-Z][a-z]+( [a-z]+)*$/);
  for (const dimension of Dimension.options)
    expect(metrics[dimension].reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
});

it('the score of a dimension is found by its name', () => {
  const reading = (dimension: Dimension, score: number | undefined) => ({
    dimension,
    score,
    unadjusted: score,
    confidence: 1,
    metrics: [],
  });
  const readings = [reading('usage', 60), reading('financial', 90), reading('adoption', undefined)];
  expect(Dimension.options.map((name) => dimensionScore({ readings }, name))).toEqual([
    60,
    undefined,
    undefined,
    90,
    undefined,
  ]);
});
