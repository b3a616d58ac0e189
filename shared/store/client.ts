/**
 * Clients, their contract and their contacts.
 *   one client               pk = CLIENT#<id>  sk = PROFILE
 *   its contracts, newest    pk = CLIENT#<id>  sk = CONTRACT#<start>, descending, limit 1
 *   its contacts             pk = CLIENT#<id>  sk = CONTACT#<contactId>
 *   every client             lists: CLIENTS, by id
 *   every contract           lists: CONTRACTS, by start
 */
import { Client, Contact, Contract } from '#shared/domain/clients/client.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import { type Change, type Item, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

const partition = (clientId: ClientId) => `CLIENT#${clientId}`;
const profileKey = (clientId: ClientId): Key => ({ pk: partition(clientId), sk: 'PROFILE' });
const contractKey = ({ clientId, start }: Pick<Contract, 'clientId' | 'start'>): Key => ({
  pk: partition(clientId),
  sk: `CONTRACT#${start}`,
});
const contactKey = ({ clientId, contactId }: Contact): Key => ({ pk: partition(clientId), sk: `CONTACT#${contactId}` });

export const clients = {
  key: profileKey,

  put: (client: Client): Change => ({
    put: { ...profileKey(client.clientId), entity: 'client', list: 'CLIENTS', listOrder: client.clientId, ...client },
    require: 'any',
  }),

  async get(table: TableReader, clientId: ClientId): Promise<Client | undefined> {
    const item = await table.get(profileKey(clientId));
    return item && Client.parse(item);
  },

  /** Those of these ids that are clients. */
  async known(table: TableReader, clientIds: Iterable<ClientId>): Promise<Map<ClientId, Client>> {
    const items = await table.getAll([...new Set(clientIds)].map(profileKey));
    return new Map(items.map((item) => Client.parse(item)).map((client) => [client.clientId, client]));
  },

  async *all(table: TableReader): AsyncGenerator<Client> {
    for await (const item of queryAll(table, { index: 'lists', partition: 'CLIENTS' })) yield Client.parse(item);
  },
};

export const contracts = {
  put: (contract: Contract): Change => ({
    put: { ...contractKey(contract), entity: 'contract', list: 'CONTRACTS', listOrder: contract.start, ...contract },
    require: 'any',
  }),

  async get(table: TableReader, clientId: ClientId, start: IsoDate): Promise<Contract | undefined> {
    const item = await table.get(contractKey({ clientId, start }));
    return item && Contract.parse(item);
  },

  /** The contract that began last, or undefined for a prospect. */
  async current(table: TableReader, clientId: ClientId): Promise<Contract | undefined> {
    const query = { partition: partition(clientId), prefix: 'CONTRACT#', order: 'descending', limit: 1 } as const;
    const [item] = (await table.query(query)).items;
    return item && Contract.parse(item);
  },

  /** All contracts of a client, in the order they began. */
  async of(table: TableReader, clientId: ClientId): Promise<Contract[]> {
    const found: Contract[] = [];
    for await (const item of queryAll(table, { partition: partition(clientId), prefix: 'CONTRACT#' }))
      found.push(Contract.parse(item));
    return found;
  },

  /** Every contract of every client, in the order they began. */
  async all(table: TableReader): Promise<Contract[]> {
    const found: Contract[] = [];
    for await (const item of queryAll(table, { index: 'lists', partition: 'CONTRACTS' }))
      found.push(Contract.parse(item));
    return found;
  },
};

export const contacts = {
  put: (contact: Contact): Change => ({
    put: { ...contactKey(contact), entity: 'contact', ...contact },
    require: 'any',
  }),

  async of(table: TableReader, clientId: ClientId): Promise<Contact[]> {
    const found: Item[] = [];
    for await (const item of queryAll(table, { partition: partition(clientId), prefix: 'CONTACT#' })) found.push(item);
    return found.map((item) => Contact.parse(item));
  },
};
