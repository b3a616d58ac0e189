import type { Contact } from '../clients/client.ts';
import type { TrackRecord } from '../figures/track-record.ts';
import type { MessageKind, MessagePolicy } from '../mail/message-kind.ts';
import type { MailCalendar } from '../season/mail-calendar.ts';
import type { ChangedMeeting } from './meeting-notice.ts';

/** Everything the programmes look at: one client on one of its own days. */
export interface Situation {
  /** With all facts ever recorded, or totals and first times are wrong. */
  readonly record: TrackRecord;
  readonly contacts: readonly Contact[];
  readonly policies: Readonly<Record<MessageKind, Pick<MessagePolicy, 'audience' | 'expiresAfterDays'>>>;
  /** When to leave the office alone, and when training is welcome. */
  readonly calendar: MailCalendar;
  readonly changedMeetings?: readonly ChangedMeeting[];
}
