import { describe, expect, it } from 'vitest';
import { loadEvidence } from '#functions/score-client/load-evidence.ts';
import { Contract } from '#shared/domain/clients/client.ts';
import { History } from '#shared/domain/prediction/history/history.ts';
import { outcomesOf } from '#shared/domain/prediction/live/outcomes-of.ts';
import type { PredictionModel } from '#shared/domain/prediction/model.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { addMonths, IsoMonth } from '#shared/domain/values/iso-date.ts';
import { models } from '#shared/store/model.ts';
import { client, day, world } from '#tests/fixtures/world.ts';

const first = IsoMonth.parse('2026-01');
const answering = (scores: readonly (number | null)[]) =>
  History.parse({
    clientId: 'american',
    months: scores.map((satisfaction, at) => ({ month: addMonths(first, at), metrics: { satisfaction } })),
  });
const contract = (start: string, end: string, annualValueCents: number) =>
  Contract.parse({ clientId: 'american', start, end, annualValueCents });

describe('outcomes of recorded facts', () => {
  it('label a quarter by what was measured in it against the one before', () => {
    const { trend } = outcomesOf(answering([8, 8, 8, 6, 6, 6, 6.2, 6, 6]), client('american'), []);
    expect(trend.map(({ asOf, label }) => [asOf, label])).toEqual([
      ['2026-01', 'declining'],
      ['2026-02', 'declining'],
      ['2026-03', 'declining'],
      ['2026-04', 'declining'],
      ['2026-05', 'declining'],
      ['2026-06', 'stable'],
    ]);
  });

  it('leave out what nobody measured, and what is not over yet', () => {
    expect(outcomesOf(answering([null, null, null, 6, 6, 6]), client('american'), []).trend).toEqual([]);
    expect(outcomesOf(answering([8, 8, 8]), client('american'), []).trend).toEqual([]);
    expect(outcomesOf(answering([8, 8, 8]), client('american'), []).churn6m).toEqual([]);
  });

  it('tell what followed each contract, and that a client who left was lost', () => {
    const signed = [contract('2025-01-01', '2025-12-31', 5_000_000), contract('2026-01-01', '2026-06-30', 6_000_000)];
    const eight = answering([8, 8, 8, 8, 8, 8, 8, 8]);
    const stayed = outcomesOf(eight, client('american'), signed);
    expect(stayed.renewals).toMatchObject([{ month: '2025-12', decision: 'expanded', arrAfter: 60_000 }]);
    expect(stayed.churnMonth).toBeUndefined();

    const left = outcomesOf(eight, client('american', { status: 'churned' }), signed);
    expect(left.renewals.at(-1)).toMatchObject({ month: '2026-06', decision: 'churned' });
    expect(left.churn6m.map(({ asOf, churned }) => [asOf, churned])).toEqual(
      ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map((asOf) => [asOf, true]),
    );
  });
});

describe('the model in use', () => {
  const own = { ...shippedModel, trainedOn: { ...shippedModel.trainedOn, simulated: false } };
  const modelAfter = async (...trained: PredictionModel[]) => {
    const here = await world({ now: new Date('2026-11-20T15:00:00Z'), clients: [client('american')] });
    await here.table.commit(trained.map(models.use));
    return (await loadEvidence(here.table, client('american'), day('2026-11-20'))).model;
  };

  it('is the shipped one until one is trained on own outcomes and put to use', async () => {
    expect(await modelAfter()).toBe(shippedModel);
    expect(await modelAfter(own)).toMatchObject({ trainedOn: { simulated: false } });
  });

  it('is the shipped one again when the code has changed since the training', async () => {
    expect(await modelAfter({ ...own, version: 'prediction-1' })).toBe(shippedModel);
  });
});
