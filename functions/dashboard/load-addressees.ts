import type { Client, Contact } from '#shared/domain/clients/client.ts';
import type { Message } from '#shared/domain/mail/message.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { clients, contacts } from '#shared/store/client.ts';

type To = Pick<Message, 'clientId' | 'contactId'>;

/** Whom messages are for: the client, and the person there unless gone. */
export interface Addressees {
  client(of: To): Client | undefined;
  contact(of: To): Contact | undefined;
}

/** Loads each client once, however many messages are for it. */
export async function loadAddressees(table: TableReader, messages: readonly To[]): Promise<Addressees> {
  const known = await clients.known(
    table,
    messages.map(({ clientId }) => clientId),
  );
  const people = await Promise.all([...known.keys()].map((clientId) => contacts.of(table, clientId)));
  const contactOf = new Map(people.flat().map((contact) => [`${contact.clientId}/${contact.contactId}`, contact]));
  return {
    client: ({ clientId }) => known.get(clientId),
    contact: ({ clientId, contactId }) => contactOf.get(`${clientId}/${contactId}`),
  };
}
