import { describe, expect, it } from 'vitest';
import type { Alert } from '#shared/domain/alerts/alert.ts';
import type { HealthBand } from '#shared/domain/health/band.ts';
import { moveRisk, type Risk, riskAfter, timeInStages } from '#shared/domain/risk/risk.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { client, day } from '#tests/fixtures/world.ts';

const american = client('american');
const start = day('2026-11-01');
const on = (days: number) => addDays(start, days);

const urgent = (status: Alert['status']): Alert => ({
  alertId: 'one',
  clientId: american.clientId,
  severity: 'urgent',
  cause: { kind: 'health-band', from: 'good', to: 'at-risk', scoredOn: start, says: 'American fell.' },
  evidence: [],
  owner: 'operator',
  raisedAt: '2026-11-01T08:00:00.000Z' as Alert['raisedAt'],
  dueOn: start,
  play: { name: 'Recovery plan', firstStep: 'Call.' },
  status,
  history: [],
});
const riskThen = (risk: Risk | undefined, days: number, alerts: Alert[], bands: HealthBand[] = [], of = american) =>
  riskAfter(risk, { client: of, alerts, bands, today: on(days) });
const atRisk = riskThen(undefined, 0, [urgent('open')]);

describe('risk', () => {
  it('begins with an urgent alert, and says with which', () => {
    expect(atRisk?.stages).toEqual([{ stage: 'at-risk', since: '2026-11-01', because: 'American fell.' }]);
    expect(riskThen(undefined, 0, [{ ...urgent('open'), severity: 'warning' }])).toBeUndefined();
  });

  it('stays where it is while the alert is open', () => {
    expect(riskThen(atRisk, 5, [urgent('open')], ['good', 'good'])).toBeUndefined();
  });

  it.each<[HealthBand[], boolean]>([
    [['good', 'good'], true],
    [['good', 'excellent'], true],
    [['at-risk', 'good'], false],
    [['good'], false],
  ])('once all is closed is over with the last bands %j: %s', (bands, over) => {
    expect(riskThen(atRisk, 9, [urgent('closed')], bands)?.stages.at(-1)?.stage).toBe(over ? 'recovered' : undefined);
  });

  it('is lost when the client leaves, and only once', () => {
    const churned = client('american', { status: 'churned' });
    const lost = riskThen(atRisk, 9, [], [], churned);
    expect(lost?.stages.at(-1)).toMatchObject({ stage: 'lost', since: on(9) });
    expect(riskThen(lost, 10, [], [], churned)).toBeUndefined();
  });

  it('begins again after a recovery, keeping what was', () => {
    const recovered = riskThen(atRisk, 9, [], ['good', 'good']);
    expect(riskThen(recovered, 30, [urgent('open')])?.stages.map(({ stage }) => stage)).toEqual([
      'at-risk',
      'recovered',
      'at-risk',
    ]);
  });

  it('is moved on by the operator, with the time in each stage', () => {
    const planned = moveRisk(atRisk, american.clientId, 'plan-in-place', 'Agreed with the deputy.', on(4));
    const saving = moveRisk(planned, american.clientId, 'saving', 'Training has begun.', on(11));
    expect(timeInStages(saving, on(31)).map(({ stage, days }) => [stage, days])).toEqual([
      ['at-risk', 4],
      ['plan-in-place', 7],
      ['saving', 20],
    ]);
  });

  it('stays in a stage that is said again, with the newer note', () => {
    const planned = moveRisk(atRisk, american.clientId, 'plan-in-place', 'Agreed with the deputy.', on(4));
    const again = moveRisk(planned, american.clientId, 'plan-in-place', 'And with the commissioner.', on(9));
    expect(again.stages.slice(1)).toEqual([
      { stage: 'plan-in-place', since: on(4), because: 'And with the commissioner.' },
    ]);
    expect(moveRisk(again, american.clientId, 'plan-in-place', undefined, on(10))).toEqual(again);
  });

  it('cannot be saved where there is none', () => {
    expect(() => moveRisk(undefined, american.clientId, 'saving', '', start)).toThrow('Only a client that is at risk');
    const recovered = riskThen(atRisk, 9, [], ['good', 'good']);
    expect(() => moveRisk(recovered, american.clientId, 'saving', '', start)).toThrow('Only a client that is at risk');
  });
});
