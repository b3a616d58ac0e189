import { describe, expect, it } from 'vitest';
import { measureOperation } from '#functions/measure-operation/measure-operation.ts';
import { embeddedMetrics } from '#shared/adapters/embedded-metrics.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { addDays, IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Measured } from '#shared/ports/metrics.ts';
import { health } from '#shared/store/health.ts';
import { client, world } from '../../fixtures/world.ts';

const now = new Date('2026-11-20T15:00:00Z');
const today = IsoDate.parse('2026-11-20');

/** What is measured when these clients were last scored so many days ago; `never` was not scored at all. */
async function measured(
  clients: readonly (Client & { readonly daysAgo: number | 'never' })[],
): Promise<Measured['values']> {
  const here = await world({ now, clients });
  for (const { clientId, daysAgo } of clients)
    if (daysAgo !== 'never') await here.table.commit([health.putStanding(clientId, scored(daysAgo), undefined)]);
  const found: Measured[] = [];
  const log = {
    ...here.log,
    info: (_: string, about: { measured?: Measured } = {}) => void (about.measured && found.push(about.measured)),
  };
  await measureOperation.run({ ...here, log });
  return found[0]?.values ?? {};
}

const scored = (daysAgo: number): HealthAssessment => ({
  outcome: 'insufficient-data',
  scoredOn: addDays(today, -daysAgo),
  modelVersion: 'test-1',
  confidence: 0,
  dimensions: [],
  missing: 'everything',
});

describe('measuring how it goes', () => {
  it.each([
    ['today', 0, 0],
    ['yesterday', 1, 0],
    ['the day before', 2, 1],
    ['never', 'never', 1],
  ] as const)('counts a client last scored %s', async (_, daysAgo, stale) => {
    expect(await measured([{ ...client('sec'), daysAgo }])).toMatchObject({ StaleScores: stale });
  });

  it('does not wait for the score of a client that left', async () => {
    expect(await measured([{ ...client('sec', { status: 'churned' }), daysAgo: 40 }])).toMatchObject({
      StaleScores: 0,
    });
  });

  it('says what it knows of mail even when there is none', async () => {
    expect(await measured([])).toEqual({ StaleScores: 0, MailsInDoubt: 0, BouncedPercent: 0, ComplainedPercent: 0 });
  });
});

describe('the embedded metric format', () => {
  it('keeps a value in all, and told apart where the metric says so', () => {
    expect(embeddedMetrics('HeliixCsm/prod', { values: { Mails: 1 }, by: 'bounced' }, now)).toEqual({
      _aws: {
        Timestamp: now.getTime(),
        CloudWatchMetrics: [
          {
            Namespace: 'HeliixCsm/prod',
            Dimensions: [[], ['outcome']],
            Metrics: [{ Name: 'Mails', Unit: 'Count' }],
          },
        ],
      },
      outcome: 'bounced',
      Mails: 1,
    });
  });

  it('keeps several values of one line', () => {
    const { _aws, ...values } = embeddedMetrics(
      'HeliixCsm/dev',
      { values: { StaleScores: 2, BouncedPercent: 0.5 } },
      now,
    );
    expect(values).toEqual({ StaleScores: 2, BouncedPercent: 0.5 });
    expect(_aws.CloudWatchMetrics[0]).toMatchObject({
      Dimensions: [[]],
      Metrics: [{ Unit: 'Count' }, { Unit: 'Percent' }],
    });
  });
});
