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
  /** The names of every other client, which no mail to this one may hold. */
  readonly others: readonly string[];
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
  const [contract, people, known, recorded, planned, others] = await Promise.all([
    contracts.current(table, clientId),
    contacts.of(table, clientId),
    consents.of(table, clientId),
    facts.between(table, clientId, beginning, today),
    meetings.of(table, clientId),
    namesOfOthers(table, clientId),
  ]);
  const consentOf = new Map(known.map((consent) => [consent.contactId, consent]));
  return {
    client,
    contract,
    contacts: people,
    record: openTrackRecord({ client, contract, facts: recorded, today }),
    meetings: planned.map(({ meeting }) => meeting),
    others,
    now: instantOf(moment),
    today,
    consentOf: (contactId) => consentOf.get(contactId) ?? { ...usualConsent(clientId, contactId), version: undefined },
  };
}

async function namesOfOthers(table: TableReader, clientId: ClientId): Promise<string[]> {
  const names: string[] = [];
  for await (const other of clients.all(table)) if (other.clientId !== clientId) names.push(other.name);
  return names;
}

/** What the other clients that share, as of now, bring into a comparison for a month. */
export async function loadPeers(table: TableReader, { client }: Office, month: IsoMonth): Promise<PeerFigures[]> {
  if (client.sharesWithPeers !== true) return [];
  const sharing = new Set<ClientId>();
  for await (const { clientId, sharesWithPeers, status } of clients.all(table))
    if (clientId !== client.clientId && sharesWithPeers === true && status === 'active') sharing.add(clientId);
  return (await peerFigures.of(table, month)).filter(({ clientId }) => sharing.has(clientId));
}
