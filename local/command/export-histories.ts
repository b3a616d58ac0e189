import { loadEvidence } from '#functions/score-client/load-evidence.ts';
import { currentFacts } from '#shared/domain/facts/fact.ts';
import { openDossier } from '#shared/domain/health/dossier.ts';
import type { History } from '#shared/domain/prediction/history/history.ts';
import { historyOf } from '#shared/domain/prediction/live/history-of-facts.ts';
import { outcomesOf } from '#shared/domain/prediction/live/outcomes-of.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { clients, contracts } from '#shared/store/client.ts';

/** Every client's monthly history with its outcomes, as far as they are known, in the format of docs/history-format.md. */
export async function* exportHistories(table: TableReader, today: IsoDate): AsyncGenerator<History> {
  for await (const client of clients.all(table)) {
    const signed = await contracts.of(table, client.clientId);
    const { contract, facts } = await loadEvidence(table, client, today);
    const history = historyOf(openDossier({ client, contract }, currentFacts(facts), today), signed);
    const outcomes = outcomesOf(history, client, signed);
    const { churnMonth } = outcomes;
    const months = history.months.filter(({ month }) => !churnMonth || month <= churnMonth);
    if (months.length > 0) yield { ...history, months, outcomes };
  }
}
