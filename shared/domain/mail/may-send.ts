import { type Instant, instantOf } from '../values/iso-date.ts';
import type { PendingMail } from './mail.ts';
import type { Suppression } from './preferences.ts';
import { isStopped, type SendingSwitch } from './sending-switch.ts';

/** What is decided in the last moment before a mail goes out. */
export type LastWord =
  | { readonly go: 'now' }
  /** Until somebody throws the switch. */
  | { readonly go: 'when-switched-on' }
  | { readonly go: 'later'; readonly at: Instant }
  | { readonly go: 'never'; readonly reason: string };

interface Moment {
  readonly sendingSwitch: SendingSwitch;
  /** Why the recipient must get nothing. */
  readonly suppression: Suppression | undefined;
  /** The business's time, in which mails are queued; and the time outside, in which quotas come back. */
  readonly now: Date;
  readonly wall: Date;
}

const dayMs = 86_400_000;
/** What waited longer, for example through a pause, is no longer true enough to be sent. */
const freshDays = 7;

/**
 * The last word on a mail: suppression first, which may have come after the mail was written; then age; then the switch;
 * then the quota, which the operator's mail and critical mail try all the same, because it comes back little by little.
 */
export function lastWord(mail: PendingMail, { sendingSwitch, suppression, now, wall }: Moment): LastWord {
  if (suppression) return { go: 'never', reason: `the recipient is suppressed: ${suppression.because}` };
  const urgent = mail.kind === 'operator-alert' || mail.priority === 'critical';
  const tooOld = now.getTime() - Date.parse(mail.queuedAt) > freshDays * dayMs;
  if (tooOld && mail.kind !== 'operator-alert')
    return { go: 'never', reason: `it waited for more than ${freshDays} days` };
  if (isStopped(sendingSwitch, mail)) return { go: 'when-switched-on' };
  const { quotaBackAt } = sendingSwitch;
  if (!urgent && quotaBackAt && quotaBackAt > instantOf(wall)) return { go: 'later', at: quotaBackAt };
  return { go: 'now' };
}

const minuteMs = 60_000;

/** When to try again after the service said it was too fast or could not be reached: 1, 2, 4 ... at most 32 minutes later. */
export const afterBackOff = (waits: number, wall: Date): Instant =>
  instantOf(new Date(wall.getTime() + minuteMs * 2 ** Math.min(waits, 5)));

/** When to try again after the service refused for its daily quota: tomorrow; urgent mail within the hour. */
export const afterQuota = ({ kind, priority }: PendingMail, wall: Date): Instant =>
  instantOf(new Date(wall.getTime() + (kind === 'operator-alert' || priority === 'critical' ? 60 * minuteMs : dayMs)));
