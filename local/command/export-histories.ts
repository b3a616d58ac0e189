import { currentFacts } from '#shared/domain/facts/fact.ts';
import { openDossier } from '#shared/domain/health/dossier.ts';
import type { History } from '#shared/domain/prediction/history/history.ts';
import { historyOf } from '#shared/domain/prediction/live/history-of-facts.ts';
import { outcomesOf } from '#shared/domain/prediction/live/outcomes-of.ts';
import { addMonths, firstDay, type IsoDate, monthOf } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { clients, contracts } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';

/** Every client's monthly history with its outcomes, as far as they are known, in the format of docs/history-format.md. */
export async function* exportHistories(table: TableReader, today: IsoDate): AsyncGenerator<History> {
  const from = firstDay(addMonths(monthOf(today), -monthsExported));
  for await (const client of clients.all(table)) {
    const signed = await contracts.of(table, client.clientId);
    const recorded = currentFacts(await facts.between(table, client.clientId, from, today));
    const dossier = openDossier({ client, contract: signed.at(-1) }, recorded, today);
    const history = historyOf(dossier);
    if (history.months.length > 0) yield { ...history, outcomes: outcomesOf(history, client, signed) };
  }
}

const monthsExported = 24;
