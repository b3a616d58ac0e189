import type { Instant } from '../values/iso-date.ts';
import type { Fate } from './sending.ts';

/** What became of the mails that the service took lately. */
export interface Reputation {
  readonly sends: number;
  /** Bounced for good. */
  readonly bounces: number;
  readonly complaints: number;
}

/** Of one mail, as much as reputation depends on. */
export interface MailFate {
  readonly mailId: string;
  readonly status: Fate['status'];
  readonly permanent?: boolean | undefined;
  readonly sentAt: Instant;
}

/** SES reviews an account at 5 % bounces or 0.1 % complaints; we stop by ourselves before that (reliability.md). */
const limits = { bounces: 0.03, complaints: 0.0008 } as const;

/** Below this a single complaint would say too much. */
const fewestSends = 200;

/** How far back and how many mails count: enough for one complaint in 1,250 to be seen as such. */
export const reputationWindow = { days: 30, mails: 5_000 } as const;

/** Counted anew from the mails themselves each time, so that no report counts twice. A mail SES rejected was not sent. */
export function reputationOf(fates: Iterable<MailFate>): Reputation {
  const latest = new Map([...fates].map((fate) => [fate.mailId, fate]));
  const count = (is: (fate: MailFate) => boolean) => [...latest.values()].filter(is).length;
  return {
    sends: count(({ status }) => status !== 'rejected'),
    bounces: count(({ status, permanent }) => status === 'bounced' && permanent === true),
    complaints: count(({ status }) => status === 'complained'),
  };
}

/** Why all mail to clients must stop: 3 % bounces or 0.08 % complaints of at least 200 mails. Undefined while all is well. */
export function reasonToStop({ sends, bounces, complaints }: Reputation): string | undefined {
  if (sends < fewestSends) return undefined;
  const of = `of the last ${sends} mails`;
  if (complaints / sends >= limits.complaints) return `${complaints} ${of} drew a complaint`;
  if (bounces / sends >= limits.bounces) return `${bounces} ${of} bounced for good`;
  return undefined;
}
