import type { Client } from '#shared/domain/clients/client.ts';
import type { RecipientToken } from '#shared/domain/mail/recipient-token.ts';
import { dateIn, type Instant, type IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import type { Table } from '#shared/ports/table.ts';
import { clients, contacts } from '#shared/store/client.ts';
import { pathOf } from './links.ts';
import { readToken } from './token.ts';

/** One request of somebody whom we wrote to: who, at which client, and what the link allows. */
export interface Visit {
  readonly table: Table;
  readonly pseudonyms: Pseudonyms;
  readonly token: RecipientToken;
  readonly client: Client;
  readonly query: URLSearchParams;
  readonly now: Instant;
  readonly today: IsoDate;
  /** This page, without its query. */
  readonly path: string;
  /** Another page of the same person. */
  readonly pathTo: (purpose: 'preferences' | 'unsubscribe') => string;
}

interface Door {
  readonly table: Table;
  readonly pseudonyms: Pseudonyms;
  readonly clock: Clock;
  readonly secrets: readonly string[];
}

/** Undefined when the link is not one of ours, or leads to somebody who is no contact (any more). */
export async function visitOf(
  { table, pseudonyms, clock, secrets }: Door,
  url: URL,
  sealed: string,
): Promise<Visit | undefined> {
  const token = readToken(sealed, secrets);
  if (!token) return undefined;
  const { clientId, contactId } = token;
  const [client, people] = await Promise.all([clients.get(table, clientId), contacts.of(table, clientId)]);
  if (!client || !people.some((person) => person.contactId === contactId)) return undefined;

  const [newest = ''] = secrets;
  const now = clock.now();
  return {
    table,
    pseudonyms,
    token,
    client,
    query: url.searchParams,
    now: instantOf(now),
    today: dateIn(businessZone, now),
    path: url.pathname,
    pathTo: (purpose) => pathOf({ purpose, clientId, contactId }, newest),
  };
}
