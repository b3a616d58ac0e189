import { type Instant, instantOf } from '../values/iso-date.ts';
import { type CadenceRules, usualCadence } from './cadence-rules.ts';
import { whyExpired } from './expiry.ts';
import type { Candidate, Decision, HoldReason, Mailing } from './mailing.ts';
import { type Living, type PlannedMail, planMails } from './plan-mails.ts';
import { inTurn } from './turn.ts';

/** Sooner than this nobody looks again. */
const minuteMs = 60_000;

/**
 * Decides what becomes of every waiting message of one office: each is in exactly one decision, whatever the order of the
 * input. It plans ahead, so `until` is the moment the message will be sent if nothing changes, or the moment it becomes
 * stale if no place is left before; never earlier than in a minute. What waits for a person (`paused`, `approval`) is held
 * until it becomes stale: whoever lifts it must look again. Throws a RangeError for an unknown time zone.
 */
export function arbitrate(mailing: Mailing, rules: CadenceRules = usualCadence): readonly Decision[] {
  const now = Date.parse(mailing.now);
  const recipients = new Map(mailing.recipients.map((recipient) => [recipient.contactId, recipient]));
  const living: Living[] = [];
  const expired: Decision[] = [];
  for (const message of inTurn(mailing.waiting, rules)) {
    const recipient = recipients.get(message.contactId);
    const reason = whyExpired(message, recipient, now);
    if (reason) expired.push({ decision: 'expire', messageId: message.messageId, reason });
    else if (recipient) living.push({ message, recipient });
  }
  const { mails, left } = planMails(living, mailing, rules);
  return [
    ...mails.flatMap((mail) => (mail.at <= now ? [send(mail)] : holdAll(mail, now))),
    ...left.map(({ message, reason }) => hold(message, reason, Date.parse(message.expiresAt), now)),
    ...expired,
  ];
}

function send({ bundle: [first, ...others] }: PlannedMail): Decision {
  const messageIds: [string, ...string[]] = [first.messageId, ...others.map(({ messageId }) => messageId)];
  return { decision: 'send', contactId: first.contactId, messageIds };
}

const holdAll = ({ at, reason, bundle }: PlannedMail, now: number): Decision[] =>
  bundle.map((message) => hold(message, reason, at, now));

const hold = ({ messageId }: Candidate, reason: HoldReason | undefined, until: number, now: number): Decision => ({
  decision: 'hold',
  messageId,
  // What goes later than now waited for something, so a reason is always known.
  reason: reason ?? 'too-early',
  until: instantAt(Math.max(until, now + minuteMs)),
});

const instantAt = (ms: number): Instant => instantOf(new Date(ms));
