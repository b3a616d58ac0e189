import type { Mail } from './mail.ts';
import { type Fate, reported } from './sending.ts';

/**
 * How much each fate says, least first. The service reports in any order, and what says more stays: an answering machine
 * "bounces" mail that was delivered, a mailbox may bounce what its server took, and a complaint outweighs everything.
 */
const weights = ['sent', 'bounced for now', 'delivered', 'rejected', 'bounced for good', 'complained'] as const;

/**
 * The mail after a report of the service. Reports may come in any order and more than once: the result is the same. The
 * service knows better than we do: its report settles a mail that is `sending`, `unknown` or even back to `pending`, so
 * that it is never sent again. Returns the very same mail when the report says nothing new.
 */
export function settled(mail: Mail, report: Fate): Mail {
  const known = fateOf(mail);
  if (!known) return reported(mail, report);
  const first = weightOf(report) === weightOf(known) ? earlier(report, known) : undefined;
  const winner = first ?? (weightOf(report) > weightOf(known) ? report : known);
  const sentAt = report.sentAt < known.sentAt ? report.sentAt : known.sentAt;
  if (winner === known && sentAt === known.sentAt) return mail;
  return reported(mail, { ...winner, sentAt });
}

/** What the service is known to have made of a mail. */
export function fateOf(mail: Mail): Extract<Mail, { status: Fate['status'] }> | undefined {
  switch (mail.status) {
    case 'sent':
    case 'delivered':
    case 'bounced':
    case 'complained':
    case 'rejected':
      return mail;
    default:
      return undefined;
  }
}

const weightOf = (fate: Fate) => weights.indexOf(fate.status === 'bounced' ? bounce(fate.permanent) : fate.status);
const bounce = (permanent: boolean) => (permanent ? 'bounced for good' : 'bounced for now');

/** Two reports of the same: the one that happened first counts. */
const earlier = (report: Fate, known: Fate): Fate => (momentOf(report) < momentOf(known) ? report : known);
const momentOf = (fate: Fate) => (fate.status === 'sent' ? fate.sentAt : fate.at);

/** Why the recipient must get nothing any more after this fate. A bounce for now suppresses nobody. */
export function suppressionAfter(mail: Mail): 'hard-bounce' | 'complaint' | undefined {
  if (mail.status === 'complained') return 'complaint';
  return mail.status === 'bounced' && mail.permanent ? 'hard-bounce' : undefined;
}
