import type { TrendLabel } from '../history/history.ts';
import { meanOf } from '../statistics/robust.ts';
import {
  fitSelfTrained,
  type SelfTrainedTrend,
  selfTrainedForecast,
  surveyNoiseOf,
} from '../trend/self-trained-trend.ts';
import { scalingOfBook, untrainedForecast } from '../trend/untrained-trend.ts';
import { bestCutInHindsight, labelOf, lastDelta, sameQuarterLastYear } from './baselines.ts';
import type { TrendPoint } from './grade-trend.ts';
import type { GradedPoint } from './points.ts';

/** What simpler rules, and the two models that need no labels, would have said at the tested points. */
export function rivalsOf(
  all: readonly GradedPoint[],
  tested: readonly TrendPoint[],
  stableWithin: number,
): { name: string; labels: TrendLabel[] }[] {
  const majority = mostCommon(tested.map(({ truth }) => truth.trend));
  const surveys = tested.map(({ panel }) => panel.columns.satisfaction);
  const composite = compositeChanges(all, tested);
  const cut = bestCutInHindsight(
    composite,
    tested.map(({ truth }) => truth.trend),
  );
  const byMonth = Map.groupBy(all, ({ asOf }) => asOf);
  const untrained = labelsByMonth(tested, (asOf) => {
    const scaling = scalingOfBook((byMonth.get(asOf) ?? []).map(({ trendFeatures }) => trendFeatures));
    return ({ trendFeatures }) => untrainedForecast(trendFeatures, scaling).label;
  });
  const taught = selfTrainer(all);
  const selfTrained = labelsByMonth(tested, (asOf) => {
    const model = taught(asOf);
    return ({ trendFeatures }) => (model ? selfTrainedForecast(model, trendFeatures).label : 'stable');
  });
  return [
    { name: 'majority class', labels: tested.map(() => majority) },
    { name: 'last delta', labels: surveys.map((survey) => lastDelta(survey, stableWithin)) },
    { name: 'same quarter last year', labels: surveys.map((survey) => sameQuarterLastYear(survey, stableWithin)) },
    { name: 'unadjusted composite, best cut in hindsight', labels: composite.map((change) => labelOf(change, cut)) },
    { name: 'untrained leading indicators', labels: untrained },
    { name: 'self-trained on its own surveys', labels: selfTrained },
  ];
}

function labelsByMonth(
  tested: readonly TrendPoint[],
  ruleOf: (asOf: number) => (point: TrendPoint) => TrendLabel,
): TrendLabel[] {
  const rules = new Map<number, (point: TrendPoint) => TrendLabel>();
  return tested.map((point) => {
    const rule = rules.get(point.asOf) ?? ruleOf(point.asOf);
    rules.set(point.asOf, rule);
    return rule(point);
  });
}

/** The model a book teaches itself by the surveys that had come in by a month; undefined while there are too few. */
function selfTrainer(all: readonly GradedPoint[]): (asOf: number) => SelfTrainedTrend | undefined {
  const last = new Map<number, GradedPoint>();
  for (const point of all) last.set(point.client, point);
  return (asOf) => {
    const rows = all.flatMap(({ client, asOf: at, panel, trendFeatures: features }) => {
      const later = last.get(client)?.panel;
      if (!later || at + 3 > asOf) return [];
      const survey = later.columns.satisfaction;
      const change =
        meanOf(survey.subarray(panel.length, panel.length + 3)) -
        meanOf(survey.subarray(panel.length - 3, panel.length));
      return later.length < panel.length + 3 || Number.isNaN(change) ? [] : [{ features, change }];
    });
    const known = [...last.values()].map(({ panel, asOf: at }) =>
      panel.columns.satisfaction.subarray(0, Math.max(0, panel.length - Math.max(0, at - asOf))),
    );
    return rows.length < 200 ? undefined : fitSelfTrained(rows, surveyNoiseOf(known));
  };
}

/** How far the composite with its seasons left in moved over the last quarter; NaN where it was not scored. */
function compositeChanges(all: readonly GradedPoint[], tested: readonly TrendPoint[]): number[] {
  const raw = new Map(
    all.map(({ client, asOf, health }) => [
      `${client} ${asOf}`,
      health.composite ? health.composite.score / health.composite.seasonFactor : Number.NaN,
    ]),
  );
  const mean = (client: number, asOf: number) =>
    meanOf([0, 1, 2].map((ago) => raw.get(`${client} ${asOf - ago}`) ?? Number.NaN));
  return tested.map(({ client, asOf }) => mean(client, asOf) - mean(client, asOf - 3));
}

function mostCommon(labels: readonly TrendLabel[]): TrendLabel {
  const counted = [...Map.groupBy(labels, (label) => label)].sort(([, a], [, b]) => b.length - a.length);
  return counted[0]?.[0] ?? 'stable';
}
