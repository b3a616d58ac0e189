import type { Message, WaitingMessage } from '#shared/domain/mail/message.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { Details } from '../components/details.tsx';
import { Layout } from '../components/layout.tsx';
import { Simulated } from '../components/marks.tsx';
import { loadAddressees } from '../load-addressees.ts';
import { sayDropped } from '../mail-words.ts';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { dateAndTime, roleNames } from '../words.ts';

/** A message about which there is nothing to decide any more: what became of it. */
export async function settledPage(visit: Visit, message: Exclude<Message, WaitingMessage>): Promise<Response> {
  const addressees = await loadAddressees(visit.table, [message]);
  const [client, contact] = [addressees.client(message), addressees.contact(message)];
  const { name } = catalogue[message.kind];
  return pageResponse(
    <Layout title={name} section="Calendar" visit={visit}>
      <p class="back">
        <a href="/calendar">Calendar</a>
      </p>
      <h1>
        {name} <Simulated client={client} />
      </h1>
      <Details
        entries={[
          ['Client', client ? <a href={`/clients/${client.clientId}`}>{client.name}</a> : message.clientId],
          ['To', contact ? roleNames[contact.role] : 'somebody who left'],
          ['Why', message.because],
          [message.status === 'mailed' ? 'Queued' : 'Settled', dateAndTime(message.at)],
          ['What became of it', <Fate message={message} />],
        ]}
      />
    </Layout>,
  );
}

const Fate = ({ message }: { message: Exclude<Message, WaitingMessage> }) =>
  message.status === 'mailed' ? (
    <a href={`/outbox/${encodeURIComponent(message.mailId)}`}>It is in the outbox</a>
  ) : (
    <>Not sent. {sayDropped(message.reason)}</>
  );
