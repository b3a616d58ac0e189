import type { Message, WaitingMessage } from '#shared/domain/mail/message.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import type { Addressees } from '../load-addressees.ts';
import { sayDropped, sayHold } from '../mail-words.ts';
import { dateAndTime, roleNames } from '../words.ts';
import { ClientLink } from './client-link.tsx';
import { type Column, Table } from './table.tsx';

interface Props<M> {
  readonly caption: string;
  readonly rows: readonly M[];
  readonly addressees: Addressees;
}

/** Messages that wait: each leads to its page, where the operator decides about it. */
export const WaitingMessages = ({ addressees, ...props }: Props<WaitingMessage>) => (
  <Table
    {...props}
    columns={[
      ...who<WaitingMessage>(addressees),
      { title: 'Why now', kind: 'wide', cell: ({ because }) => because },
      { title: 'Waits because', kind: 'wide', cell: (message) => sayHold(message) },
    ]}
  />
);

/** Messages that nobody will ever get, and why. */
export const DroppedMessages = ({ addressees, ...props }: Props<DroppedMessage>) => (
  <Table
    {...props}
    columns={[
      ...who<DroppedMessage>(addressees),
      { title: 'Not sent because', kind: 'wide', cell: ({ reason }) => sayDropped(reason) },
      { title: 'Since', cell: ({ at }) => dateAndTime(at) },
    ]}
  />
);

export type DroppedMessage = Extract<Message, { status: 'expired' | 'cancelled' }>;

export const isDropped = (message: Message): message is DroppedMessage =>
  message.status === 'expired' || message.status === 'cancelled';

export const addressOf = ({ clientId, messageId }: Pick<Message, 'clientId' | 'messageId'>): string =>
  `/calendar/${clientId}/${encodeURIComponent(messageId)}`;

const who = <M extends Message>(addressees: Addressees): Column<M>[] => [
  {
    title: 'Message',
    kind: 'heading',
    cell: (message) => <a href={addressOf(message)}>{catalogue[message.kind].name}</a>,
  },
  { title: 'Client', cell: (message) => <ClientLink client={addressees.client(message)} /> },
  { title: 'To', cell: (message) => roleOf(message, addressees) },
];

const roleOf = (message: Message, addressees: Addressees) => {
  const contact = addressees.contact(message);
  return contact ? roleNames[contact.role] : 'somebody who left';
};
