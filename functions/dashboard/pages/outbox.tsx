import type { Mail } from '#shared/domain/mail/mail.ts';
import { clients } from '#shared/store/client.ts';
import { mails } from '#shared/store/mail.ts';
import { ClientLink } from '../components/client-link.tsx';
import { Layout } from '../components/layout.tsx';
import { MailStatus } from '../components/marks.tsx';
import { Table } from '../components/table.tsx';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { dateAndTime } from '../words.ts';

const mailsAPage = 50;

/** Every mail, newest first, a page at a time. */
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
      <p class="lead">Every mail the system wrote, newest first, and what became of it.</p>
      {page.mails.length === 0 ? (
        <p class="empty">No mail {from ? 'is older than this' : 'has been written yet'}.</p>
      ) : (
        <Table
          caption="Mails, newest first"
          rows={page.mails}
          columns={[
            { title: 'Subject', kind: 'heading', cell: (mail) => <a href={addressOf(mail)}>{mail.subject}</a> },
            { title: 'Status', cell: ({ status }) => <MailStatus status={status} /> },
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
    </Layout>,
  );
}

const addressOf = ({ mailId }: Mail) => `/outbox/${encodeURIComponent(mailId)}`;
