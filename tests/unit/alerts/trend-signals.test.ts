import { describe, expect, it } from 'vitest';
import { trendSignals } from '#shared/domain/alerts/trend-signals.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { client, day } from '#tests/fixtures/world.ts';
import { scored } from '#tests/unit/dashboard/assessment.ts';

const american = client('american');

/** A reading with a forecast that gives a decline this probability, and the rest to stability. */
const expecting = (on: string, declining: number, confident = true): HealthAssessment => ({
  ...scored(day(on), { usage: 80, satisfaction: 80 }),
  forecast: {
    improving: 0,
    stable: 1 - declining,
    declining,
    label: declining > 0.5 ? 'declining' : 'stable',
    confident,
    churn6m: 0.1,
    renewalProbability: 0.8,
    model: 'prediction-1',
    fromSimulatedData: true,
  },
});
const signals = (...readings: HealthAssessment[]) => trendSignals(american, readings);

describe('an expected decline', () => {
  it('is a warning without a mail, and says what the model learned from', () => {
    expect(signals(expecting('2026-11-20', 0.92))).toMatchObject([
      {
        state: 'alarm',
        severity: 'warning',
        tell: false,
        cause: { says: 'Satisfaction of American is likely to decline over the next quarter: 92% sure.' },
        evidence: [expect.stringContaining('declining 92%'), expect.stringContaining('simulated clients')],
      },
    ]);
  });

  it('is no alarm while the model is not confident, nor without a forecast', () => {
    expect(signals(expecting('2026-11-20', 0.6, false))).toEqual([]);
    expect(signals(scored(day('2026-11-20'), { usage: 20 }))).toEqual([]);
  });

  it('is over once it is unlikely in two readings a month apart, the last month end counting when it is half a month old', () => {
    const before = expecting('2026-09-30', 0.1);
    const [likely, unlikely] = [expecting('2026-10-31', 0.3), expecting('2026-10-31', 0.1)];
    expect(signals(before, likely, expecting('2026-11-20', 0.1))).toEqual([]);
    expect(signals(before, unlikely, expecting('2026-11-20', 0.1))).toMatchObject([{ state: 'calm' }]);
    expect(signals(before, likely, expecting('2026-11-05', 0.1))).toMatchObject([{ state: 'calm' }]);
  });
});
