import type { Client } from '#shared/domain/clients/client.ts';
import { type HealthEvidence, monthsOfEvidence } from '#shared/domain/health/assess-health.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { addMonths, firstDay, type IsoDate, monthOf } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { contracts } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { seasons } from '#shared/store/seasons.ts';

/** Everything recorded of a client that a score as of a day may rest on, but for the previous assessment. */
export async function loadEvidence(
  table: TableReader,
  client: Client,
  asOf: IsoDate,
): Promise<Omit<HealthEvidence, 'previous'>> {
  const from = firstDay(addMonths(monthOf(asOf), -monthsOfEvidence));
  const [contract, learned, leaders, recorded] = await Promise.all([
    contracts.current(table, client.clientId),
    seasons.inForce(table, asOf),
    facts.leadersBefore(table, client.clientId, from),
    facts.between(table, client.clientId, from, asOf),
  ]);
  return { client, contract, facts: [...leaders, ...recorded], asOf, seasons: learned, model: shippedModel };
}
