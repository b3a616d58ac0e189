/**
 * Mail and its state.
 *   one mail                 pk = MAIL#<mailId>  sk = MAIL
 *   the outbox, newest       lists: MAIL, by the time it was queued, descending
 */
import { Mail } from '#shared/domain/mail/mail.ts';
import type { Change, Key, Page, TableReader } from '#shared/ports/table.ts';

export interface StoredMail {
  readonly version: number;
  readonly mail: Mail;
}

const key = (mailId: string): Key => ({ pk: `MAIL#${mailId}`, sk: 'MAIL' });
const item = (mail: Mail) => ({
  ...key(mail.mailId),
  entity: 'mail',
  list: 'MAIL',
  listOrder: `${mail.queuedAt}#${mail.mailId}`,
  ...mail,
});

export const mails = {
  queue: (mail: Extract<Mail, { status: 'pending' }>): Change => ({ put: item(mail), require: 'absent' }),

  /** Moves a mail on from the state it was read in. */
  move: (from: StoredMail, to: Mail): Change => ({ put: item(to), require: { version: from.version } }),

  async get(table: TableReader, mailId: string): Promise<StoredMail | undefined> {
    const found = await table.get(key(mailId));
    return found && { version: found.version, mail: Mail.parse(found) };
  },

  /** Newest first, a page at a time. */
  async newest(table: TableReader, limit: number, cursor?: string): Promise<{ mails: Mail[]; cursor?: string }> {
    const query = { index: 'lists', partition: 'MAIL', order: 'descending', limit } as const;
    const page: Page = await table.query(cursor === undefined ? query : { ...query, cursor });
    const found = { mails: page.items.map((stored) => Mail.parse(stored)) };
    return page.cursor === undefined ? found : { ...found, cursor: page.cursor };
  },
};
