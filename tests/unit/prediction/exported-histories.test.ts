import { expect, it } from 'vitest';
import { exportHistories } from '#local/command/export-histories.ts';
import { Contract } from '#shared/domain/clients/client.ts';
import type { History } from '#shared/domain/prediction/history/history.ts';
import { contracts } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { client, day, world } from '#tests/fixtures/world.ts';
import { fact, usage } from '../health/evidence.ts';

const today = day('2026-11-20');
const signed = [
  ['2024-07-01', '2025-06-30', 10_000_000],
  ['2025-07-01', '2026-06-30', 12_000_000],
] as const;

/** The American, whose commissioner has been in office since 2023, with a contract renewed in June 2025, as `status` says today. */
async function exported(status: 'active' | 'churned'): Promise<History> {
  const here = await world({ now: new Date('2026-11-20T12:00:00Z'), clients: [client('american', { status })] });
  const commissioner = { role: 'commissioner', change: 'appointed' };
  const recorded = [fact('leadership.changed', day('2023-01-10'), commissioner), ...usage(today, 730)];
  for (let from = 0; from < recorded.length; from += 100)
    await here.table.commit(recorded.slice(from, from + 100).map(facts.record));
  for (const [start, end, annualValueCents] of signed)
    await here.table.commit([contracts.put(Contract.parse({ clientId: 'american', start, end, annualValueCents }))]);
  for await (const history of exportHistories(here.table, today)) return history;
  throw new Error('nothing was exported');
}

it('tells each month by the contract in force then, since a later one would give the renewal away', async () => {
  const { months } = await exported('active');
  const told = (wanted: string) => months.find(({ month }) => month === wanted);
  expect(told('2025-04')).toMatchObject({ monthsToRenewal: 2, financial: { arrUsd: 100_000 } });
  expect(told('2025-08')).toMatchObject({ monthsToRenewal: 10, financial: { arrUsd: 120_000 } });
});

it('knows leaders who came before its first month', async () => {
  const { months } = await exported('active');
  expect(months.every(({ leadership }) => (leadership?.firmness ?? 0) > 0.9)).toBe(true);
});

it('ends the record of a client that left in that month, and calls no later month kept', async () => {
  const { months, outcomes } = await exported('churned');
  expect(outcomes?.churnMonth).toBe('2026-06');
  expect(months.at(-1)?.month).toBe('2026-06');
  expect(outcomes?.churn6m?.at(-1)).toEqual({ asOf: '2026-05', churned: true });
});
