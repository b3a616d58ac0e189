import type { Candidate, Mailing, Recipient } from '#shared/domain/cadence/mailing.ts';
import type { MailLedger } from '#shared/domain/mail/ledger.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { type SendingSwitch, stopped } from '#shared/domain/mail/sending-switch.ts';
import { noticeBy } from '#shared/domain/programmes/meeting-notice.ts';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import type { Office } from './load-office.ts';

/** Everything the arbiter looks at, of what was loaded. */
export const mailingOf = (
  office: Office,
  ledger: MailLedger,
  waiting: readonly WaitingMessage[],
  sendingSwitch: SendingSwitch,
): Mailing => ({
  now: office.now,
  recipients: office.contacts.map((contact): Recipient => {
    const { preferences, suppression } = office.consentOf(contact.contactId);
    return {
      contactId: contact.contactId,
      timeZone: preferences.timeZone ?? office.client.timeZone,
      preferences,
      suppression,
    };
  }),
  waiting: waiting.map((message) => candidateOf(message, office)),
  past: ledger.past,
  ...mailCalendar(office.client, office.today),
  paused: stopped(sendingSwitch) !== undefined,
});

/** A message under the rules of its kind. What still needs approval waits for it. */
function candidateOf(message: WaitingMessage, { meetings, now }: Office): Candidate {
  const { priority, class: mailClass, season, digestible } = catalogue[message.kind];
  const changed = message.kind === 'meeting-notice' && meetings.find((each) => each.meetingId === message.meetingId);
  return {
    messageId: message.messageId,
    contactId: message.contactId,
    kind: message.kind,
    priority: message.critical ? 'critical' : priority,
    class: mailClass,
    season,
    digestible,
    approved: message.approval.state !== 'waiting',
    notBefore: message.notBefore,
    expiresAt: message.staleAt,
    arriveBy: changed ? noticeBy(changed, now) : undefined,
    heldUntil: message.heldUntil,
  };
}
