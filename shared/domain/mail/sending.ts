import { instantOf } from '../values/iso-date.ts';
import type { Mail } from './mail.ts';

/** How long one attempt may take before its outcome counts as unknown: longer than the mail service's time limit. */
const leaseMs = 60_000;

type Sending = Extract<Mail, { status: 'sending' }>;

/** What may be done with a mail at this moment. */
export function nextStep(mail: Mail, now: Date): 'send' | 'wait' | 'give-up' | 'nothing' {
  if (mail.status === 'pending') return 'send';
  if (mail.status !== 'sending') return 'nothing';
  return mail.leaseUntil > instantOf(now) ? 'wait' : 'give-up';
}

const letterOf = ({ mailId, kind, to, subject, text, html, about, queuedAt }: Mail) => ({
  mailId,
  kind,
  to,
  subject,
  text,
  html,
  queuedAt,
  ...(about === undefined ? {} : { about }),
});

/** An attempt begins. */
export const leased = (mail: Mail, now: Date): Sending => ({
  ...letterOf(mail),
  status: 'sending',
  leaseUntil: instantOf(new Date(now.getTime() + leaseMs)),
});

/** The mail service took it. */
export const sent = (mail: Sending, now: Date, messageId: string): Mail => ({
  ...letterOf(mail),
  status: 'sent',
  sentAt: instantOf(now),
  messageId,
});

/** It is certain that nothing was sent, so it may be tried again. */
export const returned = (mail: Sending): Mail => ({ ...letterOf(mail), status: 'pending' });

/** Nobody knows whether it was sent. */
export const uncertain = (mail: Mail, now: Date): Mail => ({
  ...letterOf(mail),
  status: 'unknown',
  since: instantOf(now),
});
