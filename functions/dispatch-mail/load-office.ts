import type { Client, Contact, Contract } from '#shared/domain/clients/client.ts';
import { openTrackRecord, type TrackRecord } from '#shared/domain/figures/track-record.ts';
import { usualConsent } from '#shared/domain/mail/preferences.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import type { PeerFigures } from '#shared/domain/peers/peer-figures.ts';
import type { ClientId, ContactId } from '#shared/domain/values/ids.ts';
import { dateIn, type Instant, IsoDate, type IsoMonth, instantOf } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { clients, contacts, contracts } from '#shared/store/client.ts';
import { type ConsentAsRead, consents } from '#shared/store/consent.ts';
import { facts } from '#shared/store/fact.ts';
import { meetings } from '#shared/store/meeting.ts';
import { peerFigures } from '#shared/store/peer-figures.ts';

/** The office of a client as we write to it: who is there, what they want, and everything recorded of the client. */
export interface Office {
  readonly client: Client;
  readonly contract: Contract | undefined;
  readonly contacts: readonly Contact[];
  readonly record: TrackRecord;
  /** The meetings planned with the client, and those that were. */
  readonly meetings: readonly Meeting[];
  readonly now: Instant;
  /** The day on the office's own calendar. */
  readonly today: IsoDate;
  consentOf(contactId: ContactId): ConsentAsRead;
}

/** Totals are of everything ever recorded. */
const beginning = IsoDate.parse('2000-01-01');

/** Opens an office; undefined for an unknown client. */
export async function loadOffice(table: TableReader, clientId: ClientId, moment: Date): Promise<Office | undefined> {
  const client = await clients.get(table, clientId);
  if (!client) return undefined;
  const today = dateIn(client.timeZone, moment);
  const [contract, people, known, recorded, planned] = await Promise.all([
    contracts.current(table, clientId),
    contacts.of(table, clientId),
    consents.of(table, clientId),
    facts.between(table, clientId, beginning, today),
    meetings.of(table, clientId),
  ]);
  const consentOf = new Map(known.map((consent) => [consent.contactId, consent]));
  return {
    client,
    contract,
    contacts: people,
    record: openTrackRecord({ client, contract, facts: recorded, today }),
    meetings: planned.map(({ meeting }) => meeting),
    now: instantOf(moment),
    today,
    consentOf: (contactId) => consentOf.get(contactId) ?? { ...usualConsent(clientId, contactId), version: undefined },
  };
}

/** All the other clients, as far as a mail to this one needs to know them. */
export interface Others {
  /** Their names, which no mail to this one may hold. */
  readonly names: readonly string[];
  /** What those that share, as of now, bring into a comparison for a month; none when this one does not share. */
  readonly peers: readonly PeerFigures[];
}

/** Reads every client, so only for what is really written: planning for all must not read all for each. */
export async function loadOthers(table: TableReader, { client }: Office, month: IsoMonth): Promise<Others> {
  const others = await allBut(table, client.clientId);
  const sharing = new Set(
    others.flatMap(({ clientId, sharesWithPeers, status }) =>
      sharesWithPeers === true && status === 'active' ? clientId : [],
    ),
  );
  const figures = client.sharesWithPeers === true ? await peerFigures.of(table, month) : [];
  return {
    names: others.map(({ name }) => name),
    peers: figures.filter(({ clientId }) => sharing.has(clientId)),
  };
}

/** What the others are called, by name and by id: the id is often what people say for short. */
export const namesOfOthers = async (table: TableReader, clientId: ClientId): Promise<string[]> =>
  (await allBut(table, clientId)).flatMap(({ name, clientId: id }) => [name, id]);

async function allBut(table: TableReader, clientId: ClientId): Promise<Client[]> {
  const others: Client[] = [];
  for await (const other of clients.all(table)) if (other.clientId !== clientId) others.push(other);
  return others;
}
