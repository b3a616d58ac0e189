import type { Client } from '#shared/domain/clients/client.ts';
import { type HealthEvidence, monthsOfEvidence } from '#shared/domain/health/assess-health.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { addMonths, firstDay, type IsoDate, monthOf } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { contracts } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { models } from '#shared/store/model.ts';
import { seasons } from '#shared/store/seasons.ts';

/** Everything that a score may rest on, but for the previous assessment; and the first day whose facts it holds. */
export type LoadedEvidence = Omit<HealthEvidence, 'previous'> & { readonly from: IsoDate };

/** Everything recorded of a client that a score as of a day may rest on; by default from two years before. */
export async function loadEvidence(
  table: TableReader,
  client: Client,
  asOf: IsoDate,
  from: IsoDate = firstDay(addMonths(monthOf(asOf), -monthsOfEvidence)),
): Promise<LoadedEvidence> {
  const [contract, learned, trained, leaders, recorded] = await Promise.all([
    contracts.current(table, client.clientId),
    seasons.inForce(table, asOf),
    models.inUse(table),
    facts.leadersBefore(table, client.clientId, from),
    facts.between(table, client.clientId, from, asOf),
  ]);
  const model = trained ?? shippedModel;
  return { client, contract, facts: [...leaders, ...recorded], asOf, from, seasons: learned, model };
}
