import { describe, expect, it } from 'vitest';
import { mapMeasures } from '#shared/domain/prediction/history/panel.ts';
import { renewalFeatures, renewalFeaturesOf } from '#shared/domain/prediction/renewal/renewal-features.ts';
import type { AdjustedPanel } from '#shared/domain/prediction/season/adjust.ts';
import { trendFeatureNames, trendFeatures } from '#shared/domain/prediction/trend/trend-features.ts';

/** Everything measured rises by 1 a month, to 35 in December 2024; what is given is otherwise. */
const rising = (change: Partial<AdjustedPanel['columns']> = {}, season?: Float64Array): AdjustedPanel => ({
  clientId: 'big-12',
  group: 'football',
  firstMonth: 2022 * 12,
  length: 36,
  overlap: 0,
  columns: { ...mapMeasures(() => Float64Array.from({ length: 36 }, (_, t) => t)), ...change },
  season: new Map(season ? [['satisfaction', season]] : []),
});

/** Worked by hand; the shipped model's weights are worth nothing beside other features. */
describe('the features of a trend', () => {
  const of = (panel: AdjustedPanel) => {
    const features = trendFeatures(panel);
    return (name: string) => features[trendFeatureNames.indexOf(name)];
  };

  it('are differences of quarters, single months, and means of older ones', () => {
    const feature = of(rising());
    expect(feature('efficiency this quarter')).toBe(34.5 - 32);
    expect(feature('efficiency the quarter before')).toBe(32 - 28.5);
    expect(feature('efficiency against the year')).toBe(34.5 - 29.5);
    expect([0, 9].map((lag) => feature(`tickets ${lag} months ago`))).toEqual([35, 26]);
    expect(['10-12', '13-17', '18-23'].map((ago) => feature(`tickets ${ago} months ago`))).toEqual([24, 20, 14.5]);
    expect(feature('satisfaction slope')).toBe(1);
  });

  it('bridge a gap along a straight line, and hold the last value beyond the end', () => {
    const gaps = Float64Array.from({ length: 36 }, (_, t) => ([30, 31, 35].includes(t) ? Number.NaN : t));
    const feature = of(rising({ efficiency: gaps }));
    expect([0, 1, 4, 5].map((lag) => feature(`efficiency ${lag} months ago`))).toEqual([34, 34, 31, 30]);
  });

  it('say what the season will do to satisfaction by itself', () => {
    const season = Float64Array.from({ length: 12 }, (_, month) => (month < 3 ? 0.6 : month > 8 ? -0.3 : 0));
    expect(of(rising({}, season))('satisfaction season ahead')).toBeCloseTo(0.9);
  });
});

it('the features of a loss are what is delivered and felt lately, worked by hand', () => {
  const tenure = (months: number) => new Float64Array(36).fill(Math.log(months + 0.5));
  const trend = { improving: 0.5, stable: 0.3, declining: 0.2, label: 'improving', confident: true } as const;
  const of = (panel: AdjustedPanel) => {
    const features = renewalFeaturesOf(panel, trend);
    return Object.fromEntries(renewalFeatures.map(({ name }, at) => [name, features[at]]));
  };
  expect(of(rising({ directorTenure: tenure(6) }))).toEqual({
    'satisfaction, last three months': 34,
    'satisfaction, the six months before': 29.5,
    'satisfaction slope': 1,
    'trend index': expect.closeTo(0.3),
    'sponsor engagement': 34,
    'invoice days late': 34,
    'realised return': 32.5,
    'new athletic director in six months': 0,
    'months to renewal': 35,
    'staff efficiency': 34,
    'error reduction': 34,
    adoption: 34,
    tickets: 34,
  });
  expect(of(rising({ directorTenure: tenure(5) }))).toMatchObject({ 'new athletic director in six months': 1 });
});
