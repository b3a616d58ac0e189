import { type Instant, instantOf } from '../values/iso-date.ts';
import { Mail, type PendingMail } from './mail.ts';

/** How long one attempt may take before its outcome counts as unknown: longer than the mail service's time limit. */
const leaseMs = 60_000;

type SendingMail = Extract<Mail, { status: 'sending' }>;

const Pending = Mail.options[0];

/** The names of what was written and never changes. */
export const letterFields: ReadonlySet<string> = new Set(
  Object.keys(Pending.shape).filter((name) => name !== 'status'),
);

/** The mail as it was written, without what became of it. */
const letterOf = (mail: Mail) => {
  const { status: _, ...letter } = Pending.parse({ ...mail, status: 'pending' });
  return letter;
};

/**
 * What may be done with a mail at this moment: `send` it; `wait` for the attempt under way; `give-up`, because an attempt
 * never ended; `nothing`, because it is settled.
 */
export function nextStep(mail: Mail, now: Date): 'send' | 'wait' | 'give-up' | 'nothing' {
  if (mail.status === 'pending') return 'send';
  if (mail.status !== 'sending') return 'nothing';
  return mail.leaseUntil > instantOf(now) ? 'wait' : 'give-up';
}

/** An attempt begins. */
export const leased = (mail: PendingMail, now: Date): SendingMail => ({
  ...letterOf(mail),
  status: 'sending',
  leaseUntil: instantOf(new Date(now.getTime() + leaseMs)),
});

/** It is certain that nothing was sent, so it may be tried again. */
export const returned = (mail: SendingMail): PendingMail => ({ ...letterOf(mail), status: 'pending' });

/** Nobody knows whether it was sent. */
export const uncertain = (mail: SendingMail, now: Date): Mail => ({
  ...letterOf(mail),
  status: 'unknown',
  since: instantOf(now),
});

/** It must not be sent any more. */
export const withheld = (mail: PendingMail, at: Instant, reason: string): Mail => ({
  ...letterOf(mail),
  status: 'withheld',
  at,
  reason,
});

/** What the service reports, in place of whatever was known before. */
export const reported = (mail: Mail, fate: Fate): Mail => ({ ...letterOf(mail), ...fate });

type WithoutLetter<M> = M extends Mail ? Omit<M, keyof ReturnType<typeof letterOf>> : never;
/** What the service's own reports can make of a mail. */
export type Fate = WithoutLetter<
  Extract<Mail, { status: 'sent' | 'delivered' | 'bounced' | 'complained' | 'rejected' }>
>;
