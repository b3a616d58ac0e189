/**
 * Messages: what we want to say to a person, waiting, mailed, expired or cancelled.
 *   one message              pk = CLIENT#<id>  sk = MESSAGE#<messageId>
 *   those waiting, by time   lists: MESSAGES, waiting#<when to look again>
 *   those settled, newest    lists: MESSAGES, settled#<when>, descending
 */
import { Message, type WaitingMessage } from '#shared/domain/mail/message.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type Change, type Item, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

export interface StoredMessage<M extends Message = Message> {
  readonly version: number;
  readonly message: M;
}

const key = (clientId: ClientId, messageId: string): Key => ({ pk: `CLIENT#${clientId}`, sk: `MESSAGE#${messageId}` });

const item = (message: Message) => ({
  ...key(message.clientId, message.messageId),
  entity: 'message',
  list: 'MESSAGES',
  listOrder:
    message.status === 'waiting'
      ? `waiting#${message.hold?.until ?? message.notBefore}#${message.messageId}`
      : `settled#${message.at}#${message.messageId}`,
  ...message,
});

const stored = (found: Item): StoredMessage => ({ version: found.version, message: Message.parse(found) });

export const messages = {
  propose: (message: WaitingMessage): Change => ({ put: item(message), require: 'absent' }),

  /** Moves a message on from the state it was read in. */
  move: ({ version }: StoredMessage, to: Message): Change => ({ put: item(to), require: { version } }),

  async get(table: TableReader, clientId: ClientId, messageId: string): Promise<StoredMessage | undefined> {
    const found = await table.get(key(clientId, messageId));
    return found && stored(found);
  },

  /** Those of these messages that exist. */
  async getAll(table: TableReader, clientId: ClientId, messageIds: readonly string[]): Promise<StoredMessage[]> {
    return (await table.getAll(messageIds.map((messageId) => key(clientId, messageId)))).map(stored);
  },

  /** Every message that waits, the one to be looked at first first. */
  async waiting(table: TableReader): Promise<WaitingMessage[]> {
    const found: WaitingMessage[] = [];
    for await (const each of queryAll(table, { index: 'lists', partition: 'MESSAGES', prefix: 'waiting#' })) {
      const { message } = stored(each);
      if (message.status === 'waiting') found.push(message);
    }
    return found;
  },

  /** The newest that were mailed, merged, expired or cancelled. */
  async settled(table: TableReader, limit: number): Promise<Message[]> {
    const query = { index: 'lists', partition: 'MESSAGES', prefix: 'settled#', order: 'descending', limit } as const;
    return (await table.query(query)).items.map((each) => stored(each).message);
  },
};
