/**
 * What each person at a client wants and must never get again, and what people wrote when they unsubscribed. Their words
 * are kept apart, so that whoever decides about mail never reads them.
 *   of one person              pk = CLIENT#<id>  sk = CONSENT#<contactId>     its version guards changes
 *   of everyone at a client    pk = CLIENT#<id>  sk = CONSENT#, ascending
 *   why people left            pk = CLIENT#<id>  sk = FAREWELL#, ascending     of each the last words
 */
import * as z from 'zod';
import { Consent, usualConsent } from '#shared/domain/mail/preferences.ts';
import { ClientId, ContactId } from '#shared/domain/values/ids.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { type Change, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

const Stored = z.object({ version: z.int(), ...Consent.shape });

/** A consent as it was read. Nobody has said anything yet where `version` is undefined. */
export type ConsentAsRead = Consent & { readonly version: number | undefined };

const key = (clientId: ClientId, contactId: ContactId): Key => ({
  pk: `CLIENT#${clientId}`,
  sk: `CONSENT#${contactId}`,
});

export const consents = {
  /** The usual consent when nothing is recorded. */
  async get(table: TableReader, clientId: ClientId, contactId: ContactId): Promise<ConsentAsRead> {
    const item = await table.get(key(clientId, contactId));
    return item ? Stored.parse(item) : { ...usualConsent(clientId, contactId), version: undefined };
  },

  /** Of everyone at a client of whom something is recorded; of the others it is the usual one. */
  async of(table: TableReader, clientId: ClientId): Promise<ConsentAsRead[]> {
    const found: ConsentAsRead[] = [];
    for await (const item of queryAll(table, { partition: `CLIENT#${clientId}`, prefix: 'CONSENT#' }))
      found.push(Stored.parse(item));
    return found;
  },

  /** Replaces the consent that was read, or writes the first one; conflicts when somebody else did meanwhile. */
  move: ({ version }: ConsentAsRead, to: Consent): Change => ({
    put: { ...key(to.clientId, to.contactId), entity: 'consent', ...Consent.parse(to) },
    require: version === undefined ? 'absent' : { version },
  }),
};

/** The most a person's own words may be, in characters. */
export const longestReason = 1_000;

/** Why somebody unsubscribed, in that person's own words: untrusted text. */
export const Farewell = z.object({
  clientId: ClientId,
  contactId: ContactId,
  at: Instant,
  reason: z.string().min(1).max(longestReason),
});
export type Farewell = z.infer<typeof Farewell>;

export const farewells = {
  record: (farewell: Farewell): Change => ({
    put: {
      pk: `CLIENT#${farewell.clientId}`,
      sk: `FAREWELL#${farewell.contactId}`,
      entity: 'farewell',
      ...Farewell.parse(farewell),
    },
    require: 'any',
  }),

  async of(table: TableReader, clientId: ClientId): Promise<Farewell[]> {
    const found: Farewell[] = [];
    for await (const item of queryAll(table, { partition: `CLIENT#${clientId}`, prefix: 'FAREWELL#' }))
      found.push(Farewell.parse(item));
    return found;
  },
};
