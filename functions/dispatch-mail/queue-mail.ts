import { createHash } from 'node:crypto';
import { eventOf } from '#events/define-event.ts';
import { MailQueued } from '#events/mail-queued.ts';
import type { MailSettings } from '#functions/define-function.ts';
import { recipientLinks } from '#functions/recipient-pages/links.ts';
import type { PastMail } from '#shared/domain/cadence/mailing.ts';
import type { PendingMail } from '#shared/domain/mail/mail.ts';
import { isApproved } from '#shared/domain/mail/operator-acts.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import type { Change } from '#shared/ports/table.ts';
import { actions } from '#shared/store/action.ts';
import { announce } from '#shared/store/announcement.ts';
import { mails } from '#shared/store/mail.ts';
import { messages } from '#shared/store/message.ts';
import type { StoredWaiting } from './carry-out.ts';
import type { Office, Others } from './load-office.ts';
import { personalLinks } from './personal-links.ts';
import { previewIn } from './preview-mail.ts';
import { invitationFor, meetingOf } from './proposed-meeting.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

type Queued =
  | { readonly queued: PastMail; readonly changes: readonly Change[] }
  /** Not sent, because; `asks` the operator anew. */
  | { readonly reason: string; readonly until: Instant; readonly asks?: string };

interface Around {
  readonly office: Office;
  readonly settings: MailSettings;
  readonly secret: string;
}

/** Writes one mail and queues it, unless it cannot be written, says what no fact shows, or is not what was approved. */
export function queueMail(around: Around, of: readonly [StoredWaiting, ...StoredWaiting[]], others: Others): Queued {
  const { office, settings, secret } = around;
  const [{ message: first }] = of;
  const contact = office.contacts.find(({ contactId }) => contactId === first.contactId);
  if (!contact) return { reason: 'the person is no longer there', until: tomorrow(office) };

  for (const { message } of of) {
    if (message.approval.state === 'not-needed') continue;
    const { hash } = previewIn(office, contact, message, others);
    if (!isApproved(message, hash ?? '', office.now))
      return {
        reason: 'approval',
        until: tomorrow(office),
        asks: 'What it says changed, or the approval is older than 72 hours.',
      };
  }
  const { clientId } = office.client;
  const to = { baseUrl: settings.dashboardUrl, secret, clientId, contactId: contact.contactId };
  const links = recipientLinks(to);
  const written = writeMail({
    office,
    contact,
    messages: [first, ...of.slice(1).map(({ message }) => message)],
    others,
    links: personalLinks(to, office.today, links),
    postalAddress: settings.postalAddress,
  });
  if ('missing' in written) return { reason: `not known yet: ${written.missing.join(', ')}`, until: tomorrow(office) };
  if (written.problems.length > 0)
    return {
      reason: 'it says what no fact shows',
      until: tomorrow(office),
      asks: written.problems.join('; ').slice(0, 1_000),
    };

  const addresses = { from: settings.fromAddress, to: contact.email };
  const [invited] = of.flatMap(({ message }) => invitationFor(meetingOf(message, office), office, addresses) ?? []);
  const mail = {
    ...mailFrom(office, contact.email, of, written, links.unsubscribe),
    ...(invited === undefined ? {} : { invitation: invited }),
  };
  const { mailId, queuedAt: at, priority } = mail;
  return {
    queued: { contactId: contact.contactId, at, priority },
    changes: [
      mails.queue(mail),
      announce(eventOf(MailQueued, `queued:${mailId}`, at, { mailId })),
      ...of.map((stored) => messages.move(stored, mailed(stored.message, at, mailId))),
      actions.record({
        actionId: mailId,
        clientId,
        type: 'mail',
        at,
        participants: [contact.contactId],
        points: [mail.subject, ...of.map(({ message }) => message.because)],
        nextSteps: [],
        mailId,
      }),
    ],
  };
}

function mailFrom(
  { client, now }: Office,
  to: string,
  of: readonly StoredWaiting[],
  { subject, html, text, stated }: WrittenMail,
  unsubscribe: NonNullable<PendingMail['unsubscribe']>,
): PendingMail {
  const [first] = of.map(({ message }) => message);
  if (!first) throw new Error('a mail holds at least one message');
  const { kind, contactId, critical } = first;
  return {
    mailId: mailIdOf(client.clientId, first.messageId),
    kind,
    to,
    subject,
    text,
    html,
    unsubscribe,
    about: client.clientId,
    contactId,
    class: of.some(({ message }) => catalogue[message.kind].class === 'commercial') ? 'commercial' : 'relationship',
    priority: critical ? 'critical' : catalogue[kind].priority,
    messageIds: of.map(({ message }) => message.messageId),
    because: of.map(({ message }) => message.because).join(' '),
    facts: [...stated],
    queuedAt: now,
    status: 'pending',
  };
}

/** A message is mailed once, so its mail can be named after it; a name that would be too long is a hash. */
function mailIdOf(clientId: string, messageId: string): string {
  const name = `${clientId}--${messageId.replaceAll('.', '--')}`;
  return name.length <= 200 ? name : `${clientId}--${createHash('sha256').update(messageId).digest('hex')}`;
}

const mailed = ({ hold: _, ...message }: StoredWaiting['message'], at: Instant, mailId: string) =>
  ({ ...message, status: 'mailed', at, mailId }) as const;

const tomorrow = ({ now }: Office): Instant => instantOf(new Date(Date.parse(now) + 86_400_000));
