import type { Client } from '#shared/domain/clients/client.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { stopped } from '#shared/domain/mail/sending-switch.ts';
import { dateIn, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { clients } from '#shared/store/client.ts';
import { messages } from '#shared/store/message.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { ClientLink } from '../components/client-link.tsx';
import { Layout } from '../components/layout.tsx';
import { MailSwitch } from '../components/mail-switch.tsx';
import { Table } from '../components/table.tsx';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count, dateAndTime, fullDate, sayHold } from '../words.ts';

const settledShown = 30;

/** What will go out and when, what waits for the operator, and what was held back for good. */
export async function calendarPage(visit: Visit): Promise<Response> {
  const [waiting, settled, { sendingSwitch }] = await Promise.all([
    messages.waiting(visit.table),
    messages.settled(visit.table, settledShown),
    sendingSwitches.get(visit.table),
  ]);
  const about = await clients.known(
    visit.table,
    [...waiting, ...settled].map(({ clientId }) => clientId),
  );
  const approvals = waiting.filter(({ approval }) => approval.state === 'waiting');
  const planned = waiting.filter(({ approval }) => approval.state !== 'waiting');
  const dropped = settled.flatMap((message) =>
    message.status === 'expired' || message.status === 'cancelled' ? [message] : [],
  );
  return pageResponse(
    <Layout title="Calendar" section="Calendar" visit={visit}>
      <h1>Calendar of mail</h1>
      <p class="lead">
        {count(waiting.length, 'message')} to people at clients will go out, {approvals.length} of them once you
        approve.
      </p>
      <MailSwitch stopped={stopped(sendingSwitch)} />
      <section aria-labelledby="approve">
        <h2 id="approve">Waiting for your approval</h2>
        {approvals.length === 0 ? (
          <p class="empty">Nothing waits for you.</p>
        ) : (
          <Messages rows={approvals} about={about} caption="Messages that wait for your approval" />
        )}
      </section>
      <section aria-labelledby="planned">
        <h2 id="planned">Planned</h2>
        {planned.length === 0 && <p class="empty">Nothing is planned.</p>}
        {[...byDay(planned, visit.today)].map(([day, rows]) => (
          <>
            <h3>{day === visit.today ? 'Today' : fullDate(day)}</h3>
            <Messages rows={rows} about={about} caption={`Messages planned for ${fullDate(day)}`} />
          </>
        ))}
      </section>
      <section aria-labelledby="dropped">
        <h2 id="dropped">Held back for good</h2>
        {dropped.length === 0 ? (
          <p class="empty">No message was dropped lately.</p>
        ) : (
          <Table
            caption="Messages that were dropped or cancelled, newest first"
            rows={dropped}
            columns={[
              {
                title: 'Message',
                kind: 'heading',
                cell: ({ kind, occasion }) => `${catalogue[kind].name}, ${occasion}`,
              },
              { title: 'Client', cell: ({ clientId }) => <ClientLink client={about.get(clientId)} /> },
              { title: 'To', cell: ({ contactId }) => contactId },
              { title: 'Because', kind: 'wide', cell: ({ reason }) => sayDropped(reason) },
              { title: 'When', cell: ({ at }) => dateAndTime(at) },
            ]}
          />
        )}
      </section>
    </Layout>,
  );
}

function Messages({
  rows,
  about,
  caption,
}: {
  rows: readonly WaitingMessage[];
  about: ReadonlyMap<string, Client>;
  caption: string;
}) {
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        {
          title: 'Message',
          kind: 'heading',
          cell: (message) => <a href={addressOf(message)}>{catalogue[message.kind].name}</a>,
        },
        { title: 'Client', cell: ({ clientId }) => <ClientLink client={about.get(clientId)} /> },
        { title: 'To', cell: ({ contactId }) => contactId },
        { title: 'Why', kind: 'wide', cell: ({ because }) => because },
        { title: 'Waits because', kind: 'wide', cell: (message) => sayHold(message) },
      ]}
    />
  );
}

export const addressOf = ({ clientId, messageId }: Pick<WaitingMessage, 'clientId' | 'messageId'>): string =>
  `/calendar/${clientId}/${encodeURIComponent(messageId)}`;

/** On the business's calendar: what is late already stands under today. */
function byDay(planned: readonly WaitingMessage[], today: IsoDate): Map<IsoDate, WaitingMessage[]> {
  const dayOf = (message: WaitingMessage) => {
    const day = dateIn(businessZone, new Date(message.hold?.until ?? message.notBefore));
    return day < today ? today : day;
  };
  const days = Map.groupBy(planned, dayOf);
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const dropReasons: Readonly<Record<string, string>> = {
  stale: 'its time passed before a place was free',
  'unwanted-kind': 'the person does not want this kind of mail',
  suppressed: 'mail to this person bounced, or was marked as spam',
  'no-recipient': 'the person is no longer there',
  'opted-out': 'the person unsubscribed',
};
const sayDropped = (reason: string) => dropReasons[reason] ?? `cancelled: ${reason}`;
