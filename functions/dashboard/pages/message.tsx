import { type Preview, previewMail } from '#functions/dispatch-mail/preview-mail.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Message, WaitingMessage } from '#shared/domain/mail/message.ts';
import { isApproved } from '#shared/domain/mail/operator-acts.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { messages } from '#shared/store/message.ts';
import { Details } from '../components/details.tsx';
import { Layout } from '../components/layout.tsx';
import { MailFacts } from '../components/mail-facts.tsx';
import { MailView, mailInFrame } from '../components/mail-view.tsx';
import { Simulated } from '../components/marks.tsx';
import { MessageActs } from '../components/message-acts.tsx';
import { MessageWords } from '../components/message-words.tsx';
import { addressOf } from '../components/messages.tsx';
import { sayApproval, sayHold } from '../mail-words.ts';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { dateAndTime, roleNames } from '../words.ts';
import { settledPage } from './settled-message.tsx';

/** One message: exactly what would be sent, its facts, and what the operator can do about it; or what became of it. */
export async function messagePage(visit: Visit): Promise<Response> {
  const message = await messageOf(visit);
  if (message.status !== 'waiting') return settledPage(visit, message);
  const preview = await previewMail(visit.table, message, visit.now);
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
          ['Approval', sayApproval(message)],
          ['Dropped after', dateAndTime(message.staleAt)],
        ]}
      />
      {'missing' in mail ? (
        <>
          <p class="warning" role="note">
            It cannot be written yet: {mail.missing.join(', ')} is not known. It is tried again every day until then.
          </p>
          <MessageActs message={message} hash={undefined} />
          {message.draft && <MessageWords message={message} letter={message.draft} />}
        </>
      ) : (
        <Written visit={visit} message={message} preview={preview} mail={mail} />
      )}
    </Layout>,
  );
}

/** The HTML alone, for the frame. */
export async function messageHtml(visit: Visit): Promise<Response> {
  const message = await messageOf(visit);
  if (message.status !== 'waiting') throw new AppError('message.not-found', { messageId: message.messageId });
  const { mail } = await previewMail(visit.table, message, visit.now);
  if ('missing' in mail) throw new AppError('message.not-found', { messageId: message.messageId });
  return mailInFrame(visit, mail.html);
}

async function messageOf({ table, params }: Visit): Promise<Message> {
  const { clientId, messageId = '' } = params;
  const known = ClientId.safeParse(clientId);
  const stored = known.success ? await messages.get(table, known.data, messageId) : undefined;
  if (!stored) throw new AppError('message.not-found', { messageId });
  return stored.message;
}

interface WrittenProps {
  readonly visit: Visit;
  readonly message: WaitingMessage;
  readonly preview: Preview;
  readonly mail: Exclude<Preview['mail'], { missing: unknown }>;
}

function Written({ visit, message, preview: { hash, office, contact }, mail }: WrittenProps) {
  const { numbers } = office.consentOf(contact.contactId).preferences;
  const outdated = message.approval.state === 'given' && !isApproved(message, hash ?? '', instantOf(visit.now));
  return (
    <>
      {mail.problems.length > 0 && <Problems problems={mail.problems} />}
      {outdated && (
        <p class="warning" role="note">
          What you approved is not what it says now, or was approved too long ago. It will ask you again.
        </p>
      )}
      <MessageActs message={message} hash={mail.problems.length === 0 ? hash : undefined} />
      <MailView visit={visit} htmlAt={`${addressOf(message)}/html`} text={mail.text} />
      <MailFacts facts={mail.stated} style={numbers} />
      <MessageWords message={message} letter={mail.letter} />
    </>
  );
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
