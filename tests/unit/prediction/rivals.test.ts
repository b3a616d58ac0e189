import { describe, expect, it } from 'vitest';
import type { History } from '#shared/domain/prediction/history/history.ts';
import { gradeSeason } from '#shared/domain/prediction/proof/grade-season.ts';
import { hasTrend } from '#shared/domain/prediction/proof/grade-trend.ts';
import { type GradedPoint, gradedPoints } from '#shared/domain/prediction/proof/points.ts';
import { rivalsOf } from '#shared/domain/prediction/proof/rivals.ts';
import { Score } from '#shared/domain/values/score.ts';
import { aBook, aHistory } from './histories.ts';

describe('the simpler rules', () => {
  const cut = '2024-06';
  const labelled = (history: History): History => ({
    ...history,
    outcomes: {
      trend: history.months.map(({ month: asOf }) => ({
        asOf,
        label: 'stable',
        delta: undefined,
        measuredDelta: undefined,
        measuredLabel: undefined,
      })),
    },
  });
  const wave = (t: number) => 7 + 1.5 * Math.sin(t / 3);
  const book = aBook(20, { driveAt: (t) => wave(t + 3) / 7, satisfactionAt: wave }).map(labelled);
  const otherFuture = book.map((history, i) => ({
    ...history,
    months: history.months.map((month) =>
      month.month <= cut
        ? month
        : { ...month, metrics: month.metrics && { ...month.metrics, satisfaction: 1 + (i % 9) } },
    ),
  }));
  const said = (histories: readonly History[]) => {
    const points = [...gradedPoints(histories)].flat();
    const tested = points.filter(hasTrend);
    const upToTheCut = (_: unknown, at: number) => (tested[at]?.asOf ?? 0) <= 12 * 2024 + 5;
    return new Map(rivalsOf(points, tested, 0.45).map(({ name, labels }) => [name, labels.filter(upToTheCut)]));
  };

  it('know no more of the future than we do', () => {
    const [before, after] = [said(book), said(otherFuture)];
    expect(new Set(before.get('self-trained on its own surveys')).size).toBeGreaterThan(1);
    for (const name of ['last delta', 'same quarter last year', 'untrained leading indicators'])
      expect(after.get(name), name).toEqual(before.get(name));
    expect(after.get('self-trained on its own surveys')).toEqual(before.get('self-trained on its own surveys'));
  });
});

describe('what the seasonal adjustment buys', () => {
  it('is measured against the season left in and the season multiplied onto the composite', () => {
    const [some] = [...gradedPoints([aHistory({ months: 12 })])].flat();
    if (!some) throw new Error('a year has a point');
    const use = Float64Array.from({ length: 12 }, (_, month) => 0.1 * Math.sin((2 * Math.PI * month) / 12));
    /** Use goes up and down with the year; with the season left in the score does as well, and nothing else moves it. */
    const points = Array.from({ length: 36 }, (_, t): GradedPoint => {
      const seasonFactor = Math.exp(-(use[t % 12] ?? 0));
      return {
        ...some,
        asOf: 12 * 2022 + t,
        adjusted: { ...some.adjusted, season: new Map([['dailyActiveUsers', use]]) },
        health: { ...some.health, composite: { score: Score.parse(74), seasonFactor, drivers: [] } },
      };
    });
    const [ours, leftIn, multiplied] = gradeSeason(points);
    expect(ours?.bandChanges).toBe(0);
    expect(leftIn?.calendarShare).toBeCloseTo(1);
    expect(leftIn?.bandChanges).toBeCloseTo(5 / 36, 1);
    expect(multiplied?.bandChanges).toBe(0);
    expect(multiplied?.above100).toBe(0);
  });
});
