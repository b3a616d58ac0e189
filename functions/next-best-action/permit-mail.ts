import { eventOf } from '#events/define-event.ts';
import { MailDispatchDue } from '#events/mail-dispatch-due.ts';
import { autonomyOf, delayHours } from '#shared/domain/agents/autonomy.ts';
import { withWaiting } from '#shared/domain/mail/ledger.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Change } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { mailLedgers, type StoredLedger } from '#shared/store/mail-ledger.ts';
import { messages } from '#shared/store/message.ts';
import type { Draft } from './draft-mail.ts';

interface Circumstances {
  readonly confidence: number;
  readonly flagged: boolean;
  /** Whether it is part of something that needs approval anyway. */
  readonly withPlay: boolean;
  readonly now: Instant;
}

/** The message with as much freedom as the table of autonomy gives it, and no more than what it is part of has. */
export function permitMail(
  { contact, message, text, stated }: Draft,
  { ledger }: StoredLedger,
  { withPlay, now, ...sure }: Circumstances,
): WaitingMessage {
  const firstContact = contact.introducedOn === undefined && !ledger.introduced.includes(contact.contactId);
  const mail = { ...sure, kind: `mail:${message.kind}`, firstContact, words: text, facts: stated } as const;
  const { autonomy, because } = autonomyOf(mail);
  if (autonomy === 'approval' || withPlay) return { ...message, approval: { state: 'waiting', because } };
  const heldUntil = instantOf(new Date(Date.parse(now) + delayHours * 3_600_000));
  return { ...message, approval: { state: 'not-needed' }, ...(autonomy === 'after-delay' ? { heldUntil } : {}) };
}

/** Puts a message among those that wait, and lets the arbiter look at it. */
export function messageChanges(message: WaitingMessage, stored: StoredLedger, now: Instant): Change[] {
  const { clientId, messageId } = message;
  const due = eventOf(MailDispatchDue, `agent:${clientId}:${messageId}`, now, { clientId });
  return [
    messages.propose(message),
    mailLedgers.move(stored, withWaiting(stored.ledger, [messageId], now)),
    announce(due),
  ];
}
