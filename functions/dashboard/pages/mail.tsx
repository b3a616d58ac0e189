import { AppError } from '#shared/domain/errors.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import type { NumberStyle } from '#shared/domain/mail/preferences.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import { clients } from '#shared/store/client.ts';
import { consents } from '#shared/store/consent.ts';
import { mails } from '#shared/store/mail.ts';
import { Details } from '../components/details.tsx';
import { Layout } from '../components/layout.tsx';
import { MailFacts } from '../components/mail-facts.tsx';
import { MailView } from '../components/mail-view.tsx';
import { MailStatus, Simulated } from '../components/marks.tsx';
import { mailKindName } from '../mail-words.ts';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count, dateAndTime } from '../words.ts';

/** One mail: what became of it, how the recipient sees it, and its text part. Throws `mail.unknown`. */
export async function mailPage(visit: Visit): Promise<Response> {
  const { mailId = '' } = visit.params;
  const stored = await mails.get(visit.table, mailId);
  if (!stored) throw new AppError('mail.unknown', { mailId });
  const { mail } = stored;
  const client = mail.about && (await clients.get(visit.table, mail.about));
  return pageResponse(
    <Layout title={mail.subject} section="Outbox" visit={visit}>
      <p class="back">
        <a href="/outbox">Outbox</a>
      </p>
      <h1>
        {mail.subject} <Simulated client={client} />
      </h1>
      {mail.status === 'unknown' && <Uncertain />}
      <Details
        entries={[
          ['Status', <MailStatus status={mail.status} />],
          ['To', mail.to],
          ['About', client ? <a href={`/clients/${client.clientId}`}>{client.name}</a> : 'no client'],
          ['Queued', dateAndTime(mail.queuedAt)],
          ...fateOf(mail),
          ['Kind', mailKindName(mail.kind)],
          ...messagesIn(mail),
          ...(mail.because === undefined ? [] : [['Why now', mail.because] as const]),
          ['Mail id', <code>{mail.mailId}</code>],
        ]}
      />
      <MailView visit={visit} htmlAt={`/outbox/${encodeURIComponent(mail.mailId)}/html`} text={mail.text} />
      {mail.facts.length > 0 && <MailFacts facts={mail.facts} style={await notationOf(visit, mail)} />}
    </Layout>,
  );
}

/** The notation its reader has chosen. */
async function notationOf({ table }: Visit, { about, contactId }: Mail): Promise<NumberStyle> {
  if (!about || !contactId) return 'en-US';
  return (await consents.get(table, about, contactId)).preferences.numbers;
}

const messagesIn = ({ messageIds }: Mail): [string, string][] =>
  messageIds.length > 1 ? [['Carries', count(messageIds.length, 'message')]] : [];

function fateOf(mail: Mail): [string, string][] {
  switch (mail.status) {
    case 'pending':
      return [];
    case 'sending':
      return [['Answer expected by', dateAndTime(mail.leaseUntil)]];
    case 'sent':
      return handedOver(mail);
    case 'delivered':
      return [...handedOver(mail), ['Delivered', dateAndTime(mail.at)]];
    case 'bounced':
      return [...handedOver(mail), [mail.permanent ? 'Bounced for good' : 'Bounced for now', dateAndTime(mail.at)]];
    case 'complained':
      return [...handedOver(mail), ['Marked as spam', dateAndTime(mail.at)]];
    case 'rejected':
      return [...handedOver(mail), ['Rejected', `${dateAndTime(mail.at)}: ${mail.reason}`]];
    case 'unknown':
      return [['Uncertain since', dateAndTime(mail.since)]];
    case 'withheld':
      return [['Withheld', `${dateAndTime(mail.at)}: ${mail.reason}`]];
  }
}

const handedOver = ({ sentAt, messageId }: { sentAt: Instant; messageId: string }): [string, string][] => [
  ['Sent', dateAndTime(sentAt)],
  ['The mail service calls it', messageId],
];

const Uncertain = () => (
  <p class="warning" role="note">
    <strong>This mail was perhaps sent.</strong> The mail service did not answer in time, so it is never sent again by
    itself. Ask the recipient, or look in the mail service’s own log, before you write again.
  </p>
);
