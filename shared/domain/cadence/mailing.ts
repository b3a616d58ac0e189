import type { MailClass, MessageKind, Priority, SeasonRule } from '../mail/message-kind.ts';
import type { Preferences, Suppression } from '../mail/preferences.ts';
import type { ContactId } from '../values/ids.ts';
import type { Instant, IsoDate } from '../values/iso-date.ts';

/** A message that waits for its turn. */
export interface Candidate {
  readonly messageId: string;
  readonly contactId: ContactId;
  readonly kind: MessageKind;
  readonly priority: Priority;
  readonly class: MailClass;
  readonly season: SeasonRule;
  /** Whether it may travel inside another mail to the same person. */
  readonly digestible: boolean;
  /** False while the operator's approval is missing. */
  readonly approved: boolean;
  readonly notBefore: Instant;
  readonly expiresAt: Instant;
  /** Caps give way, hours do not, where keeping them would bring it later than this. */
  readonly arriveBy?: Instant | undefined;
  /** Set by the operator. */
  readonly heldUntil?: Instant | undefined;
}

/** Whom messages wait for. */
export interface Recipient {
  readonly contactId: ContactId;
  /** IANA zone of the person's clock. */
  readonly timeZone: string;
  readonly preferences: Preferences;
  readonly suppression?: Suppression | undefined;
}

/** A mail that was queued or sent. */
export interface PastMail {
  readonly contactId: ContactId;
  readonly at: Instant;
  readonly priority: Priority;
}

/** Days on which the office should be left alone; both ends belong to it. */
export interface Blackout {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly because: string;
}

/** Everything the arbiter looks at for one client office. */
export interface Mailing {
  readonly now: Instant;
  readonly recipients: readonly Recipient[];
  readonly waiting: readonly Candidate[];
  /** At least the last 35 days. */
  readonly past: readonly PastMail[];
  /** Of this year and the next; each person's own calendar says when such a day begins and ends. */
  readonly blackouts: readonly Blackout[];
  /** When training is welcome. */
  readonly trainingWindows: readonly Blackout[];
  /** All mail is stopped: by the operator, or because too much of it bounced. */
  readonly paused: boolean;
}

export type HoldReason =
  | 'paused'
  | 'approval'
  | 'held-by-operator'
  | 'too-early'
  | 'person-paused'
  | 'quiet-hours'
  | 'time-of-day'
  | 'blackout'
  | 'season'
  | 'contact-week'
  | 'contact-month'
  | 'office-week'
  | 'spacing';

export type ExpiryReason = 'stale' | 'unwanted-kind' | 'suppressed' | 'no-recipient' | 'opted-out';

/** What becomes of waiting messages now. Every waiting message is in exactly one decision. */
export type Decision =
  /** One mail to one person; the first message gives it its kind, the others travel in it. */
  | { readonly decision: 'send'; readonly contactId: ContactId; readonly messageIds: readonly [string, ...string[]] }
  /** Not now, because; look again at `until`, not before. */
  | { readonly decision: 'hold'; readonly messageId: string; readonly reason: HoldReason; readonly until: Instant }
  | { readonly decision: 'expire'; readonly messageId: string; readonly reason: ExpiryReason };
