import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alert, timesReopened } from '#shared/domain/alerts/alert.ts';
import { bandSignals } from '#shared/domain/alerts/band-signals.ts';
import { causeKey } from '#shared/domain/alerts/cause.ts';
import { type AlertChange, decideAlerts, loseAlerts, type Signal } from '#shared/domain/alerts/decide-alerts.ts';
import { HealthBand } from '#shared/domain/health/band.ts';
import { addDays, Instant } from '#shared/domain/values/iso-date.ts';
import { Score } from '#shared/domain/values/score.ts';
import { client, day } from '#tests/fixtures/world.ts';

const american = client('american');
const start = day('2026-01-01');
const on = (days: number) => addDays(start, days);
const news = (days: number, id = `day ${days}`) => ({
  id,
  on: on(days),
  at: Instant.parse(`${on(days)}T08:00:00.000Z`),
});

const falling = (dimension: 'usage' | 'adoption', severity: 'urgent' | 'warning' = 'warning'): Signal => ({
  state: 'alarm',
  cause: {
    kind: 'dimension-falling',
    dimension,
    usual: Score.parse(80),
    score: Score.parse(50),
    scoredOn: start,
    says: `${dimension} fell.`,
  },
  severity,
  evidence: ['80, 80, 50'],
  play: { name: 'Bring it back', firstStep: 'Ask.' },
  dueOn: start,
  tell: severity === 'urgent',
});
const calm = (dimension: 'usage' | 'adoption'): Signal => ({
  state: 'calm',
  key: `dimension-falling-${dimension}`,
  because: `${dimension} is back.`,
});

const apply = (known: readonly Alert[], changes: readonly AlertChange[]): Alert[] => [
  ...known.filter((alert) => !changes.some(({ replaces }) => replaces === alert)),
  ...changes.map(({ alert }) => alert),
];
const then = (known: readonly Alert[], days: number, ...signals: Signal[]) =>
  apply(known, decideAlerts(signals, known, american.clientId, news(days)));

describe('an alert', () => {
  it('is raised once while its cause lasts, and says nothing new every night', () => {
    const known = then([], 0, falling('usage'));
    expect(known).toMatchObject([{ status: 'open', evidence: ['80, 80, 50'], history: [{ what: 'raised' }] }]);
    expect(decideAlerts([falling('usage')], known, american.clientId, news(1))).toEqual([]);
  });

  it('is one for each cause', () => {
    expect(then(then([], 0, falling('usage')), 1, falling('usage'), falling('adoption'))).toHaveLength(2);
  });

  it('is closed as recovered when the evidence has gone, and stays closed', () => {
    const known = then(then([], 0, falling('usage')), 40, calm('usage'));
    expect(known).toMatchObject([{ status: 'closed', outcome: 'recovered', closedBecause: 'usage is back.' }]);
    expect(decideAlerts([calm('usage')], known, american.clientId, news(41))).toEqual([]);
  });

  it.each([
    [90, 1, 1],
    [91, 2, 0],
  ])('that comes back %i days after it was closed leaves %i, reopened %i times', (days, alerts, times) => {
    const closed = then(then([], 0, falling('usage')), 40, calm('usage'));
    const known = then(closed, 40 + days, falling('usage'));
    expect(known).toHaveLength(alerts);
    const open = known.find(({ status }) => status === 'open');
    expect(open && timesReopened(open)).toBe(times);
    expect(open).not.toHaveProperty('outcome');
    expect(open).not.toHaveProperty('closedBecause');
  });

  it('is revised, and told of, when it gets worse, but not when it gets better', () => {
    const known = then([], 0, falling('usage'));
    const [worse] = decideAlerts([falling('usage', 'urgent')], known, american.clientId, news(1));
    expect(worse).toMatchObject({ alert: { severity: 'urgent', alertId: known[0]?.alertId }, tell: true });
    expect(decideAlerts([falling('usage')], [worse?.alert as Alert], american.clientId, news(2))).toEqual([]);
  });

  it('of a client that leaves is closed as lost', () => {
    const known = then([], 0, falling('usage'));
    expect(apply(known, loseAlerts(known, news(5)))).toMatchObject([{ status: 'closed', outcome: 'lost' }]);
  });
});

describe('whatever happens', () => {
  const signal = fc.constantFrom(
    falling('usage'),
    falling('usage', 'urgent'),
    falling('adoption'),
    calm('usage'),
    calm('adoption'),
  );
  const signals = fc.uniqueArray(signal, {
    selector: (one) => (one.state === 'calm' ? one.key : causeKey(one.cause)),
    maxLength: 2,
  });
  const move = fc.record({ from: fc.constantFrom(...HealthBand.options), to: fc.constantFrom(...HealthBand.options) });
  const nights = fc.array(fc.record({ signals, move: fc.option(move), wait: fc.nat(120) }), { maxLength: 25 });
  type Nights = typeof nights extends fc.Arbitrary<infer N> ? N : never;

  const live = (lived: Nights, twice: boolean) => {
    let [known, days]: [Alert[], number] = [[], 0];
    for (const { signals, move, wait } of lived) {
      days += wait;
      for (let time = 0; time < (twice ? 2 : 1); time++) {
        const change = move && { ...move, score: Score.parse(50), scoredOn: on(days) };
        const bands = change ? bandSignals(american, change, known, []) : [];
        known = then(known, days, ...signals, ...bands);
      }
      expect(doubles(known)).toEqual([]);
    }
    return known.toSorted((a, b) => (a.alertId < b.alertId ? -1 : 1));
  };
  const doubles = (known: readonly Alert[]) => {
    const open = known.filter(({ status }) => status === 'open').map(({ cause }) => causeKey(cause));
    return open.filter((key, at) => open.indexOf(key) !== at);
  };

  it('there are never two open alerts of one cause, and news that comes twice counts once', () => {
    fc.assert(
      fc.property(nights, (lived) => {
        expect(live(lived, true)).toEqual(live(lived, false));
      }),
    );
  });

  it('the order of the signals of a night does not matter', () => {
    fc.assert(
      fc.property(nights, (lived) => {
        const reversed = lived.map((night) => ({ ...night, signals: night.signals.toReversed() }));
        expect(live(reversed, false)).toEqual(live(lived, false));
      }),
    );
  });
});
