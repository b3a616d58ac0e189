import { type Item, queryAll, type TableReader } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';

/** What is listed beside the clients. */
const lists = ['QUARANTINE', 'DEAD-LETTERS'];

/**
 * Everything recorded, item by item, in an order that does not depend on when it was written: client after client with its
 * contracts, contacts, facts, scores, alerts, messages, meetings and the history of contacts, then the mails with what became
 * of them, the quarantined deliveries and the dead letters. No secrets.
 */
export async function* exportTable(table: TableReader): AsyncGenerator<Item> {
  for await (const { clientId } of clients.all(table)) yield* queryAll(table, { partition: clients.key(clientId).pk });
  for await (const { pk } of queryAll(table, { index: 'lists', partition: 'MAIL' }))
    yield* queryAll(table, { partition: pk });
  for (const partition of lists) yield* queryAll(table, { index: 'lists', partition });
}
