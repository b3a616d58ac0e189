/**
 * Mail: the letter, written once, and its state, which is small and moves. A mail without a state is as the letter says:
 * pending. Together they are one `Mail`.
 *   one mail                     pk = MAIL#<mailId>  sk = MAIL (the letter) and STATE
 *   the outbox, newest           lists: MAIL, letters by the time they were queued, descending
 *   what the service took        lists: MAIL-FATE, states by the time of sending
 *   perhaps sent                 lists: MAIL-UNKNOWN, states by the time the doubt began
 *   attempts under way           lists: MAIL-UNDER-WAY, states by the end of their lease
 *   to be tried again            lists: MAIL-WAITING, states by when
 *   held by the switch           lists: MAIL-HELD, states by since when
 */
import * as z from 'zod';
import { Mail, type PendingMail } from '#shared/domain/mail/mail.ts';
import type { MailFate } from '#shared/domain/mail/reputation.ts';
import { letterFields } from '#shared/domain/mail/sending.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { type Change, type Item, type Key, type Page, queryAll, type TableReader } from '#shared/ports/table.ts';

export interface StoredMail {
  /** Absent while the mail is as it was queued. */
  readonly version: number | undefined;
  readonly mail: Mail;
  /** How often it had to wait for the service. */
  readonly waits: number;
}

/** A mail to look at again, and the moment by which it is listed. */
export interface DueMail {
  readonly mailId: string;
  readonly at: Instant;
}

const letterKey = (mailId: string): Key => ({ pk: `MAIL#${mailId}`, sk: 'MAIL' });
const stateKey = (mailId: string): Key => ({ pk: `MAIL#${mailId}`, sk: 'STATE' });

interface Listing {
  readonly list: 'MAIL-FATE' | 'MAIL-UNKNOWN' | 'MAIL-UNDER-WAY' | 'MAIL-WAITING' | 'MAIL-HELD';
  readonly at: Instant;
}

export const mails = {
  queue: (mail: PendingMail): Change => ({
    put: {
      ...letterKey(mail.mailId),
      entity: 'mail',
      list: 'MAIL',
      listOrder: `${mail.queuedAt}#${mail.mailId}`,
      ...mail,
    },
    require: 'absent',
  }),

  /** Moves a mail on from the state it was read in. */
  move: (from: StoredMail, to: Mail): Change => stateChange(from, to, listingOf(to)),

  /** To be tried again at that time. */
  wait: (from: StoredMail, to: PendingMail, at: Instant): Change =>
    stateChange({ ...from, waits: from.waits + 1 }, to, { list: 'MAIL-WAITING', at }),

  /** To be tried again when the switch lets it. */
  hold: (from: StoredMail, to: PendingMail, since: Instant): Change =>
    stateChange(from, to, { list: 'MAIL-HELD', at: since }),

  async get(table: TableReader, mailId: string): Promise<StoredMail | undefined> {
    const [letter, state] = await table.getAll([letterKey(mailId), stateKey(mailId)]);
    return letter && stored(letter, state);
  },

  /** Newest first, a page at a time. */
  async newest(table: TableReader, limit: number, cursor?: string): Promise<{ mails: Mail[]; cursor?: string }> {
    const query = { index: 'lists', partition: 'MAIL', order: 'descending', limit } as const;
    const page: Page = await table.query(cursor === undefined ? query : { ...query, cursor });
    const states = await table.getAll(page.items.map(({ mailId }) => stateKey(String(mailId))));
    const stateOf = new Map(states.map((state) => [state.pk, state]));
    const found = { mails: page.items.map((letter) => stored(letter, stateOf.get(letter.pk)).mail) };
    return page.cursor === undefined ? found : { ...found, cursor: page.cursor };
  },

  /** What became of the mails that the service took since then, the newest first, at most so many. */
  async fates(table: TableReader, since: Instant, limit: number): Promise<MailFate[]> {
    const query = { index: 'lists', partition: 'MAIL-FATE', from: since, order: 'descending' } as const;
    const found: MailFate[] = [];
    for await (const item of queryAll(table, query)) {
      found.push(ListedFate.parse(item));
      if (found.length === limit) break;
    }
    return found;
  },

  /** Perhaps sent, for the operator: the oldest doubt first. */
  uncertain: (table: TableReader, limit: number): Promise<DueMail[]> => listed(table, 'MAIL-UNKNOWN', { limit }),

  /** Attempts whose lease ran out. */
  abandoned: (table: TableReader, now: Instant, limit: number): Promise<DueMail[]> =>
    listed(table, 'MAIL-UNDER-WAY', { to: now, limit }),

  /** Those whose time to be tried again has come. */
  due: (table: TableReader, now: Instant, limit: number): Promise<DueMail[]> =>
    listed(table, 'MAIL-WAITING', { to: now, limit }),

  /** Those that only the switch holds. */
  held: (table: TableReader, limit: number): Promise<DueMail[]> => listed(table, 'MAIL-HELD', { limit }),
};

const Waits = z.object({ waits: z.int().default(0) });
const stored = (letter: Item, state: Item | undefined): StoredMail => ({
  version: state?.version,
  mail: Mail.parse({ ...letter, ...state }),
  waits: Waits.parse(state ?? {}).waits,
});

function stateChange({ version, waits }: StoredMail, to: Mail, listing: Listing | undefined): Change {
  const { mailId } = to;
  const state = Object.fromEntries(Object.entries(to).filter(([name]) => !letterFields.has(name)));
  const listedAs = listing && { list: listing.list, listOrder: `${listing.at}#${mailId}` };
  return {
    put: { ...stateKey(mailId), entity: 'mail-state', mailId, waits, ...listedAs, ...state },
    require: version === undefined ? 'absent' : { version },
  };
}

function listingOf(mail: Mail): Listing | undefined {
  if (mail.status === 'sending') return { list: 'MAIL-UNDER-WAY', at: mail.leaseUntil };
  if (mail.status === 'unknown') return { list: 'MAIL-UNKNOWN', at: mail.since };
  return 'sentAt' in mail ? { list: 'MAIL-FATE', at: mail.sentAt } : undefined;
}

const ListedFate = z.object({
  mailId: z.string(),
  status: z.enum(['sent', 'delivered', 'bounced', 'complained', 'rejected']),
  permanent: z.boolean().optional(),
  sentAt: Instant,
});
const Listed = z.object({ mailId: z.string(), listOrder: z.string() });

async function listed(
  table: TableReader,
  list: Listing['list'],
  { to, limit }: { readonly to?: Instant; readonly limit: number },
): Promise<DueMail[]> {
  const bound = to === undefined ? {} : { to };
  const { items } = await table.query({ index: 'lists', partition: list, limit, ...bound });
  return items.map((item) => {
    const { mailId, listOrder } = Listed.parse(item);
    return { mailId, at: Instant.parse(listOrder.slice(0, -mailId.length - 1)) };
  });
}
