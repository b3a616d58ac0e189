import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '#shared/domain/alerts/alert.ts';
import { decideAlerts } from '#shared/domain/alerts/decide-alerts.ts';
import { dimensionSignals } from '#shared/domain/alerts/dimension-signals.ts';
import { monthEndsBefore } from '#shared/domain/alerts/monthly-readings.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { addDays, daysBetween, Instant, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { client, day } from '#tests/fixtures/world.ts';
import { scored } from '#tests/unit/dashboard/assessment.ts';
import { whiteNoise } from './white-noise.ts';

const american = client('american');
const watched = ['usage', 'satisfaction', 'adoption', 'financial', 'leadership'] as const;
type Course = (dimension: (typeof watched)[number], on: IsoDate) => number;

const reading = (course: Course, on: IsoDate) =>
  scored(on, Object.fromEntries(watched.map((dimension) => [dimension, course(dimension, on)])));
const readings = (course: Course, today: IsoDate) =>
  [...monthEndsBefore(today), today].map((on) => reading(course, on));
const signals = (course: Course, today: IsoDate) => dimensionSignals(american, readings(course, today));
const alarms = (course: Course, today: IsoDate) => signals(course, today).filter(({ state }) => state === 'alarm');

const steady = 85;
const fallsOn =
  (start: IsoDate, to: number): Course =>
  (dimension, on) =>
    dimension === 'usage' && on >= start ? to : steady;

describe('a falling dimension', () => {
  it('raises an alarm with cause, figures, evidence and play, and a mail while the band is still good', () => {
    const [alarm] = alarms(fallsOn(day('2026-03-10'), 55), day('2026-03-20'));
    expect(alarm).toMatchObject({
      cause: {
        kind: 'dimension-falling',
        dimension: 'usage',
        usual: 85,
        score: 55,
        says: 'Usage of American has fallen to 55.0 of 100 from 85.0 usual, which costs the score 9.0 points.',
      },
      severity: 'urgent',
      play: { name: 'Bring usage back' },
      dueOn: '2026-03-23',
      tell: true,
    });
    expect(alarm?.state === 'alarm' && alarm.evidence).toEqual([
      expect.stringContaining('Month by month 85.0, 85.0, 85.0, 85.0, 85.0 and 55.0'),
      expect.stringContaining('41 people a day used Flextime'),
    ]);
  });

  it('is a matter of the band alert once the band has fallen: no second mail', () => {
    const everythingFalls: Course = (_, on) => (on >= day('2026-03-10') ? 40 : steady);
    const raised = alarms(everythingFalls, day('2026-03-20'));
    expect(raised).toHaveLength(5);
    for (const alarm of raised) expect(alarm).toMatchObject({ tell: false });
    // A tenth of the score is all that leadership can cost.
    expect(raised.map((alarm) => alarm.state === 'alarm' && alarm.severity)).toEqual([
      ...Array(4).fill('urgent'),
      'warning',
    ]);
  });

  it('is over when two readings in a row are as usual again, and not before', () => {
    const back: Course = (dimension, on) =>
      dimension === 'usage' && on >= day('2026-03-01') && on < day('2026-04-15') ? 55 : steady;
    const usage = (today: string) =>
      signals(back, day(today)).find((signal) => signal.state === 'calm' && signal.key === 'dimension-falling-usage');
    expect(usage('2026-05-14')).toBeUndefined();
    expect(alarms(back, day('2026-05-14'))).toEqual([]);
    expect(usage('2026-05-31')).toMatchObject({ because: expect.stringContaining('85.0 of 100 on 31 May 2026') });
  });

  it('that collapses in one month does not wait for a second one, even where months usually scatter', () => {
    // Months that scatter by 5 about 85: the collapse alone is not yet 5 by the sum, whose slack is 0.5.
    const scatters = (on: IsoDate) => (Number(on.slice(5, 7)) % 2 === 0 ? 5 : -5);
    const collapse =
      (to: number): Course =>
      (dimension, on) =>
        dimension !== 'usage' ? steady : on >= day('2026-03-01') ? to : steady + scatters(on);
    const [alarm] = alarms(collapse(49), day('2026-03-31'));
    expect(alarm?.state === 'alarm' && alarm.evidence[0]).toMatch(
      /the last month alone lies \d\.\d standard deviations below those before it, with the alarm at 4\.5/,
    );
    expect(alarms(collapse(60), day('2026-03-31'))).toEqual([]);
  });

  it('that stays where it fell to is not over', () => {
    const fallen = fallsOn(day('2026-03-10'), 55);
    const calm = signals(fallen, day('2026-07-31')).filter(({ state }) => state === 'calm');
    expect(calm).toHaveLength(4);
  });

  it('is not judged before it has a history', () => {
    const young: Course = (dimension, on) => (dimension === 'usage' && on < day('2026-01-01') ? Number.NaN : 85);
    const known = [...monthEndsBefore(day('2026-04-20')), day('2026-04-20')].map((on) =>
      scored(on, on < day('2026-01-01') ? { financial: 80 } : { financial: 80, usage: young('usage', on) - 30 }),
    );
    expect(dimensionSignals(american, known).some((signal) => signal.state === 'alarm')).toBe(false);
  });
});

describe('a quiet series', () => {
  it('raises no alarm, wherever it lies and whichever day it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 96 }), fc.nat(730), fc.nat(), (level, days, seed) => {
        const trifle: Course = (_, on) => level + ((daysBetween(day('2020-01-01'), on) * 7 + seed) % 40) / 10;
        expect(alarms(trifle, addDays(day('2025-01-01'), days))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [6, 0],
    [10, 1],
    [15, 1],
  ])(
    'of white noise, %d points wide and looked at twice a month, raises at most 0.1 false alarms a client-year',
    (width, least) => {
      const [clients, years] = [25, 3];
      let opened = 0;
      for (let seed = 1; seed <= clients; seed++) {
        const read = remembered(whiteNoise(seed, width, watched));
        let known: Alert[] = [];
        for (let days = 0; days < years * 365; days += 15) {
          const on = addDays(day('2024-01-05'), days);
          const signals = dimensionSignals(american, [...monthEndsBefore(on), on].map(read));
          const news = { id: on, on, at: Instant.parse(`${on}T08:00:00.000Z`) };
          const changes = decideAlerts(signals, known, american.clientId, news);
          opened += changes.filter(({ alert }) =>
            ['raised', 'reopened'].includes(alert.history.at(-1)?.what ?? ''),
          ).length;
          known = [
            ...known.filter((alert) => !changes.some(({ replaces }) => replaces === alert)),
            ...changes.map(({ alert }) => alert),
          ];
        }
      }
      expect(opened / (clients * years)).toBeLessThanOrEqual(0.1);
      // Were nothing ever raised, this would say nothing of the rule.
      expect(opened).toBeGreaterThanOrEqual(least);
    },
    20_000,
  );

  const remembered = (course: Course) => {
    const known = new Map<IsoDate, HealthAssessment>();
    return (on: IsoDate) => {
      const assessment = known.get(on) ?? reading(course, on);
      known.set(on, assessment);
      return assessment;
    };
  };
});
