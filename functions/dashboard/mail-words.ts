import type { HoldReason } from '#shared/domain/cadence/mailing.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { dateAndTime } from './words.ts';

/** How what is stored about mail reads on a page. */
export const mailStatusNames: Readonly<Record<Mail['status'], string>> = {
  pending: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  delivered: 'Delivered',
  bounced: 'Bounced',
  complained: 'Marked as spam',
  rejected: 'Rejected',
  unknown: 'Perhaps sent',
  withheld: 'Withheld',
};

/** Kinds of mail as people say them. */
export const mailKindName = (kind: Mail['kind']): string =>
  kind === 'operator-alert' ? 'Alert to the operator' : catalogue[kind].name;

/** Why a message waits. */
const holdNames: Readonly<Record<HoldReason, string>> = {
  paused: 'All mail is paused',
  approval: 'It needs your approval',
  'held-by-operator': 'You hold it',
  'too-early': 'Its time has not come',
  'person-paused': 'The person asked for a pause',
  'quiet-hours': 'It is outside the person’s working hours',
  'time-of-day': 'The person prefers another time of day',
  blackout: 'The office should be left alone these days',
  season: 'It is not the season for it',
  'contact-week': 'The person had a mail this week',
  'contact-month': 'The person had enough mail this month',
  'office-week': 'The office had two mails this week',
  spacing: 'The last mail was too recent',
};

/** Why a message waits and until when, as far as that is known. */
export function sayHold({ hold, heldUntil, notBefore, approval }: WaitingMessage): string {
  if (approval.state === 'waiting') return approval.because;
  if (!hold && heldUntil) return `You hold it until ${dateAndTime(heldUntil)}`;
  if (!hold) return `Not looked at yet; not before ${dateAndTime(notBefore)}`;
  const why = holdNames[hold.reason as HoldReason] ?? hold.reason;
  return `${why}; planned for ${dateAndTime(hold.until)}`;
}

/** Whether the operator has to read it first, and has. */
export function sayApproval({ approval }: Pick<WaitingMessage, 'approval'>): string {
  if (approval.state === 'given') return `Given ${dateAndTime(approval.at)}`;
  return approval.state === 'waiting' ? 'Waits for you' : 'Not needed';
}

/** Why a message was dropped; what is not listed are the operator's own words. */
const dropReasons: Readonly<Record<string, string>> = {
  stale: 'Its time passed before it could go out',
  'unwanted-kind': 'The person does not want this kind of mail',
  suppressed: 'This person gets no mail: unsubscribed, bounced, or marked as spam',
  'no-recipient': 'The person is no longer there',
  'opted-out': 'The person unsubscribed',
};
export const sayDropped = (reason: string): string => dropReasons[reason] ?? `You canceled it: ${reason}`;

const parts: Readonly<Record<string, string>> = {
  subject: 'Subject',
  preheader: 'Line beside the subject',
  greeting: 'Greeting',
  closing: 'Closing',
  says: 'Paragraph',
  title: 'Title of the box',
  items: 'Point of the list',
};

/** What a passage of a letter is, of its path: "Paragraph" of `blocks.2.says`, "Point of the list, 2" of `blocks.1.items.1`. */
export function passageName(path: string): string {
  const steps = path.split('.');
  const last = steps.at(-1) ?? '';
  if (!/^\d+$/.test(last)) return parts[last] ?? path;
  const name = steps.at(-2) === 'says' ? 'Text of the box' : parts[steps.at(-2) ?? ''];
  return `${name ?? path}, ${Number(last) + 1}`;
}
