import { describe, expect, it } from 'vitest';
import type { HealthBand } from '#shared/domain/health/band.ts';
import { History } from '#shared/domain/prediction/history/history.ts';
import { gradeFloors } from '#shared/domain/prediction/proof/grade-floors.ts';
import { gradeWarnings, type Watched } from '#shared/domain/prediction/proof/grade-warnings.ts';
import { type GradedPoint, gradedPoints } from '#shared/domain/prediction/proof/points.ts';
import { aHistory } from './histories.ts';

const [some] = [...gradedPoints([aHistory({ months: 12 })])].flat();
if (!some) throw new Error('a year has a point');
const point = (client: number, t: number, truth: GradedPoint['truth'], band?: HealthBand): GradedPoint => {
  const { band: _, ...health } = some.health;
  return { ...some, client, asOf: some.asOf + t, age: 22 + t, truth, health: band ? { ...health, band } : health };
};

describe('what became of a client', () => {
  const months = aHistory({ months: 36 });
  const renewals = [
    { month: '2024-06', decision: 'churned' },
    { month: '2023-06', decision: 'renewed' },
  ];
  const churn6m = [{ asOf: '2024-03', churned: true }];
  const trend = [{ asOf: '2023-09', label: 'declining' }];
  const history = History.parse({ ...months, outcomes: { renewals, churn6m, trend } });
  const truths = new Map(
    [...gradedPoints([history])].flat().map(({ asOf, truth }) => [asOf - 12 * 2023 + 1, truth] as const),
  );

  it('at its next renewal is that of the first month after the point, however the file orders them', () => {
    const lost = [5, 6, 17, 18].map((month) => truths.get(month)?.lostAtRenewal);
    expect(lost).toEqual([false, true, true, undefined]);
  });

  it('is known for the months the file tells of, and no others', () => {
    expect([14, 15].map((month) => truths.get(month)?.churned6m)).toEqual([undefined, true]);
    expect([8, 9].map((month) => truths.get(month)?.trend)).toEqual([undefined, 'declining']);
  });
});

describe('the floors of a score', () => {
  const lived = (client: number, bands: readonly (HealthBand | undefined)[], lost: boolean) =>
    bands.map((band, t) => point(client, t, { churned6m: lost }, band));

  it('look at lost clients two months before they left, and at those with a score then', () => {
    const { lostBelowGreen, greenShare, criticalLift, lossByBand } = gradeFloors([
      ...lived(0, ['good', 'at-risk', 'critical', 'critical'], true),
      ...lived(1, ['good', 'excellent', 'at-risk', 'critical'], true),
      ...lived(2, ['good', undefined, 'at-risk', 'at-risk'], true),
      ...lived(3, ['good', 'good', 'good', 'critical'], false),
    ]);
    expect(lostBelowGreen).toBe(0.5);
    expect(greenShare).toBeCloseTo(7 / 15);
    expect(lossByBand.at(-1)).toEqual({ band: 'critical', points: 4, lost: 0.75 });
    expect(criticalLift).toBeCloseTo(0.75 / (11 / 15));
  });
});

describe('early warnings', () => {
  const watched = (client: number, t: number, warns: boolean, truth: GradedPoint['truth'], risk = 0): Watched => {
    const [declining, label] = warns ? ([0.9, 'declining'] as const) : ([0.1, 'stable'] as const);
    const trend = { declining, stable: 1 - declining, improving: 0, label, confident: true };
    return { point: point(client, t, truth), trend, risk };
  };
  /** Twenty months of a client warned of in its sixth, whose satisfaction declines in some. */
  const warned = (client: number, ...declines: number[]) =>
    Array.from({ length: 20 }, (_, t) =>
      watched(client, t, t === 5, { trend: declines.includes(t) ? 'declining' : 'stable' }),
    );

  it('come true by a decline that had just begun or begins within six months, and else are false alarms', () => {
    const report = gradeWarnings([...warned(0, 11), ...warned(1, 12), ...warned(2, 6, 7), ...warned(3, 4)], 23);
    expect(report).toMatchObject({ warnings: 4, precision: 0.75 });
    // The first month of each is the 22nd and not graded.
    expect(report.falseAlarmsPerClientYear).toBeCloseTo(1 / ((4 * 19) / 12));
  });

  it('count for a decline from three months before it to its second month', () => {
    const declinesAt = (...declines: number[]) => gradeWarnings(warned(0, ...declines), 23).declinesWarned;
    // A warning that pauses for a month or two is the same, so it stands until the eighth.
    expect([3, 4, 5, 10, 11].map((t) => declinesAt(t))).toEqual([0, 1, 1, 1, 0]);
  });

  it('lead a loss by the months for which the client was flagged without pause', () => {
    const lost = Array.from({ length: 10 }, (_, t) =>
      watched(0, t, false, { churned6m: t > 3, lostAtRenewal: true }, t === 2 || t >= 6 ? 0.2 : 0.19),
    );
    const leaving = watched(0, 10, false, {}, 0);
    expect(gradeWarnings([...lost, leaving], 23)).toMatchObject({
      leadTimeMonths: 4,
      lostSeenComing: 1,
      flagged: 5 / 11,
    });
  });
});
