import type { Mail } from '#shared/domain/mail/mail.ts';
import { clients } from '#shared/store/client.ts';
import { mails } from '#shared/store/mail.ts';
import { messages } from '#shared/store/message.ts';
import { ClientLink } from '../components/client-link.tsx';
import { Layout } from '../components/layout.tsx';
import { MailStatus } from '../components/marks.tsx';
import { DroppedMessages, isDropped, WaitingMessages } from '../components/messages.tsx';
import { Table } from '../components/table.tsx';
import { loadAddressees } from '../load-addressees.ts';
import { mailKindName } from '../mail-words.ts';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count, dateAndTime } from '../words.ts';

const mailsAPage = 50;

/** Every mail, newest first, a page at a time; and what was held back, with the reason. */
export async function outboxPage(visit: Visit): Promise<Response> {
  const from = visit.url.searchParams.get('after') || undefined;
  const page = await mails.newest(visit.table, mailsAPage, from);
  const about = await clients.known(
    visit.table,
    page.mails.flatMap(({ about }) => about ?? []),
  );
  return pageResponse(
    <Layout title="Outbox" section="Outbox" visit={visit}>
      <h1>Outbox</h1>
      <p class="lead">
        Every mail the system wrote, newest first, and what became of it{from ? '.' : '; and below, '}
        {!from && <a href="#held">what was held back, and why</a>}
        {!from && '.'}
      </p>
      {page.mails.length === 0 ? (
        <p class="empty">No mail {from ? 'is older than this' : 'has been written yet'}.</p>
      ) : (
        <Table
          caption="Mails, newest first"
          rows={page.mails}
          columns={[
            { title: 'Subject', kind: 'heading', cell: (mail) => <a href={addressOf(mail)}>{mail.subject}</a> },
            { title: 'Status', cell: ({ status }) => <MailStatus status={status} /> },
            { title: 'Kind', cell: ({ kind }) => mailKindName(kind) },
            { title: 'To', cell: ({ to }) => to },
            { title: 'About', cell: (mail) => <ClientLink client={mail.about && about.get(mail.about)} /> },
            { title: 'Queued', cell: ({ queuedAt }) => dateAndTime(queuedAt) },
          ]}
        />
      )}
      <nav class="pager" aria-label="Pages of the outbox">
        {from && <a href="/outbox">Newest</a>}
        {page.cursor && <a href={`/outbox?after=${encodeURIComponent(page.cursor)}`}>Older</a>}
      </nav>
      {!from && <HeldBack {...(await heldBack(visit))} />}
    </Layout>,
  );
}

const heldShown = 10;
const settledRead = 60;

/** What could have gone out by now and waits; and what was dropped for good. */
async function heldBack({ table, now }: Visit) {
  const [waiting, settled] = await Promise.all([messages.waiting(table), messages.settled(table, settledRead)]);
  const held = waiting.filter(({ notBefore }) => notBefore <= now.toISOString());
  const dropped = settled.filter(isDropped);
  return { held, dropped, addressees: await loadAddressees(table, [...held, ...dropped]) };
}

function HeldBack({ held, dropped, addressees }: Awaited<ReturnType<typeof heldBack>>) {
  return (
    <>
      <section aria-labelledby="held">
        <h2 id="held">Held back for now</h2>
        {held.length === 0 ? (
          <p class="empty">Nothing that could go out is held back.</p>
        ) : (
          <WaitingMessages
            rows={held.slice(0, heldShown)}
            addressees={addressees}
            caption="Messages held back for now"
          />
        )}
        {held.length > heldShown && (
          <p class="quiet">
            And {count(held.length - heldShown, 'more', 'more')}, on the <a href="/calendar">calendar</a>.
          </p>
        )}
      </section>
      <section aria-labelledby="dropped">
        <h2 id="dropped">Held back for good</h2>
        {dropped.length === 0 ? (
          <p class="empty">No message was dropped lately.</p>
        ) : (
          <DroppedMessages
            rows={dropped}
            addressees={addressees}
            caption="Messages that were dropped or canceled, newest first"
          />
        )}
      </section>
    </>
  );
}

const addressOf = ({ mailId }: Mail) => `/outbox/${encodeURIComponent(mailId)}`;
