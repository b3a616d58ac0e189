import * as z from 'zod';
import type { Client } from '#shared/domain/clients/client.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { clients } from '#shared/store/client.ts';
import { type DeadLetter, deadLetters } from '#shared/store/dead-letter.ts';
import { type Delivery, deliveries } from '#shared/store/delivery.ts';
import { ClientLink } from '../components/client-link.tsx';
import { Layout } from '../components/layout.tsx';
import { Table } from '../components/table.tsx';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count, dateAndTime } from '../words.ts';

const shown = 100;

/** What could not be handled: events that failed after every retry, and messages that could not be read. */
export async function failuresPage(visit: Visit): Promise<Response> {
  const [letters, unread] = await Promise.all([
    deadLetters.newest(visit.table, shown),
    deliveries.quarantined(visit.table, shown),
  ]);
  const about = await clients.known(
    visit.table,
    letters.flatMap((letter) => clientOf(letter) ?? []),
  );
  return pageResponse(
    <Layout title="Failures" section="Failures" visit={visit}>
      <h1>Failures</h1>
      <p class="lead">What could not be handled. Nothing here is lost: each is kept as it came.</p>
      <Events letters={letters} about={about} />
      <Messages unread={unread} />
    </Layout>,
  );
}

function Events({ letters, about }: { letters: DeadLetter[]; about: ReadonlyMap<string, Client> }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">Events that failed after every retry</h2>
      {letters.length === 0 && <p class="empty">None. Every event was handled.</p>}
      {letters.length > 0 && (
        <>
          <p class="advice">
            The reason says what went wrong; the function’s log has the rest. Once the cause is gone, any newer event
            about the same client, or the next nightly scoring, makes up for a failed scoring. A failed mail or alert is
            not repeated by itself: act on it yourself.
          </p>
          <Table
            caption="Events that failed after every retry, newest first"
            rows={letters}
            columns={[
              { title: 'Function', kind: 'heading', cell: ({ functionName }) => functionName },
              { title: 'Reason', kind: 'wide', cell: ({ reason }) => reason },
              { title: 'Client', cell: (letter) => <ClientLink client={about.get(clientOf(letter) ?? '')} /> },
              { title: 'Gave up', cell: (letter) => `${dateAndTime(letter.failedAt)}, ${tries(letter)}` },
              { title: 'Event', cell: ({ event }) => <Kept text={JSON.stringify(event, undefined, 2)} /> },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Messages({ unread }: { unread: Delivery[] }) {
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">Messages that could not be read</h2>
      {unread.length === 0 && <p class="empty">None. Every signed message could be read.</p>}
      {unread.length > 0 && (
        <>
          <p class="advice">
            Each was signed correctly, so it comes from the sender it names. Tell the sender what is wrong; they send it
            again, corrected, under a new <code>webhook-id</code>. Messages are kept for 35 days.
          </p>
          <Table
            caption="Messages that could not be read, newest first"
            rows={unread}
            columns={[
              { title: 'Source', kind: 'heading', cell: ({ source }) => source },
              { title: 'Problems', kind: 'wide', cell: ({ problems = [] }) => <Lines lines={problems} /> },
              { title: 'Received', cell: ({ receivedAt }) => dateAndTime(receivedAt) },
              { title: 'Webhook id', cell: ({ webhookId }) => <code>{webhookId}</code> },
              { title: 'Message', cell: ({ body = '' }) => <Kept text={body} /> },
            ]}
          />
        </>
      )}
    </section>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="plain">
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

const Kept = ({ text }: { text: string }) => (
  <details>
    <summary>As it came</summary>
    <pre class="text">{text}</pre>
  </details>
);

const tries = ({ attempts }: DeadLetter) => `after ${count(attempts, 'attempt')}`;

const AboutClient = z.object({ detail: z.object({ clientId: ClientId }) });
const clientOf = ({ event }: DeadLetter) => AboutClient.safeParse(event).data?.detail.clientId;
