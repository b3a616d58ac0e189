import { type Preview, previewMail } from '#functions/dispatch-mail/preview-mail.ts';
import { AppError } from '#shared/domain/errors.ts';
import { show } from '#shared/domain/grounding/show.ts';
import { passagesOf } from '#shared/domain/mail/edit-letter.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { messages } from '#shared/store/message.ts';
import { Details } from '../components/details.tsx';
import { Layout } from '../components/layout.tsx';
import { Simulated } from '../components/marks.tsx';
import { Table } from '../components/table.tsx';
import { mailResponse, pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { dateAndTime, roleNames, sayHold } from '../words.ts';
import { addressOf } from './calendar.tsx';

/** One message that waits: exactly what would be sent, its facts, and what the operator can do about it. */
export async function messagePage(visit: Visit): Promise<Response> {
  const { message, preview } = await previewOf(visit);
  const { office, contact, mail } = preview;
  const kind = catalogue[message.kind];
  return pageResponse(
    <Layout title={`${kind.name} to ${office.client.name}`} section="Calendar" visit={visit}>
      <p class="back">
        <a href="/calendar">Calendar</a>
      </p>
      <h1>
        {'missing' in mail ? kind.name : mail.subject} <Simulated client={office.client} />
      </h1>
      <Details
        entries={[
          ['Kind', kind.name],
          ['Client', <a href={`/clients/${office.client.clientId}`}>{office.client.name}</a>],
          ['To', `${contact.email} (${roleNames[contact.role]})`],
          ['Why now', message.because],
          ['Waits because', sayHold(message)],
          ['Dropped after', dateAndTime(message.staleAt)],
        ]}
      />
      {'missing' in mail ? (
        <p class="warning" role="note">
          It cannot be written yet: {mail.missing.join(', ')} is not known. It is tried again every day until then.
        </p>
      ) : (
        <>
          {mail.problems.length > 0 && <Problems problems={mail.problems} />}
          <Acts message={message} hash={mail.problems.length === 0 ? preview.hash : undefined} />
          <div class="pair">
            <section aria-labelledby="seen">
              <h2 id="seen">As the recipient would see it</h2>
              <iframe
                class="mail"
                title="The mail as the recipient would see it"
                sandbox=""
                src={`${addressOf(message)}/html`}
              />
            </section>
            <section aria-labelledby="text">
              <h2 id="text">Its text part</h2>
              <pre class="text">{mail.text}</pre>
            </section>
          </div>
          <Facts preview={preview} />
          <Edit message={message} letter={mail.letter} />
        </>
      )}
    </Layout>,
  );
}

/** The HTML alone, for the frame. */
export async function messageHtml(visit: Visit): Promise<Response> {
  const { preview } = await previewOf(visit);
  if ('missing' in preview.mail) throw new AppError('message.not-found');
  return mailResponse(preview.mail.html);
}

async function previewOf(visit: Visit): Promise<{ message: WaitingMessage; preview: Preview }> {
  const { clientId, messageId = '' } = visit.params;
  const known = ClientId.safeParse(clientId);
  const stored = known.success ? await messages.get(visit.table, known.data, messageId) : undefined;
  if (stored?.message.status !== 'waiting') throw new AppError('message.not-found', { messageId });
  return { message: stored.message, preview: await previewMail(visit.table, stored.message, visit.now) };
}

const Problems = ({ problems }: { problems: readonly string[] }) => (
  <div class="warning" role="note">
    <strong>It says what no fact shows, so it is not sent.</strong>
    <ul>
      {problems.map((problem) => (
        <li>{problem}</li>
      ))}
    </ul>
  </div>
);

function Acts({ message, hash }: { message: WaitingMessage; hash: string | undefined }) {
  const to = (act: string) => `${addressOf(message)}/${act}`;
  return (
    <div class="acts">
      {message.approval.state === 'waiting' && hash !== undefined && (
        <form method="post" action={to('approve')}>
          <input type="hidden" name="hash" value={hash} />
          <p>{message.approval.because}</p>
          <button type="submit" class="main">
            Approve exactly this
          </button>
        </form>
      )}
      <form method="post" action={to('hold')}>
        <label>
          Hold for <input name="days" type="number" min="1" max="60" value="7" required /> days
        </label>
        <button type="submit">Hold</button>
      </form>
      <form method="post" action={to('cancel')}>
        <label>
          Never, because <input name="reason" maxlength={300} required />
        </label>
        <button type="submit">Cancel it</button>
      </form>
    </div>
  );
}

function Facts({ preview: { mail, office, contact } }: { preview: Preview }) {
  if ('missing' in mail) return null;
  const { numbers } = office.consentOf(contact.contactId).preferences;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">The facts it states</h2>
      <Table
        caption="Facts of this mail and where they come from"
        rows={mail.stated}
        columns={[
          { title: 'Fact', kind: 'heading', cell: ({ says }) => says },
          { title: 'Shown as', cell: (fact) => show(fact, numbers) },
          { title: 'Write it as', cell: ({ id }) => <code>{`{{fact:${id}}}`}</code> },
          { title: 'From', cell: ({ sources }) => (sources.length === 0 ? 'ourselves' : `${sources.length} records`) },
        ]}
      />
    </section>
  );
}

function Edit({ message, letter }: { message: WaitingMessage; letter: Parameters<typeof passagesOf>[0] }) {
  return (
    <section aria-labelledby="edit">
      <h2 id="edit">Edit its words</h2>
      <p class="advice">
        Figures, names, dates and links stay facts: write them as <code>{'{{fact:…}}'}</code>. An edited message needs
        your approval, and is never sent while it says what no fact shows.
      </p>
      <form class="edit" method="post" action={`${addressOf(message)}/edit`}>
        {passagesOf(letter).map(({ path, says }) => (
          <label>
            <span>{path}</span>
            <textarea name={path} rows={Math.max(1, Math.ceil(says.length / 80))}>
              {says}
            </textarea>
          </label>
        ))}
        <button type="submit">Save these words</button>
      </form>
    </section>
  );
}
