import { type Item, queryAll, type TableReader } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';

/** What is listed beside the clients. */
const lists = ['MAIL', 'QUARANTINE', 'DEAD-LETTERS'];

/**
 * Everything recorded, item by item, in an order that does not depend on when it was written: client after client with its
 * contracts, contacts, facts, scores and alerts, then the mails, the quarantined deliveries and the dead letters. No secrets.
 */
export async function* exportTable(table: TableReader): AsyncGenerator<Item> {
  for await (const { clientId } of clients.all(table)) yield* queryAll(table, { partition: clients.key(clientId).pk });
  for (const partition of lists) yield* queryAll(table, { index: 'lists', partition });
}
