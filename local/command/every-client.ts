import type { Client } from '#shared/domain/clients/client.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';

/** All clients at once, by id: a portfolio is small enough to hold. */
export async function everyClient(table: TableReader): Promise<Client[]> {
  const found: Client[] = [];
  for await (const client of clients.all(table)) found.push(client);
  return found;
}
