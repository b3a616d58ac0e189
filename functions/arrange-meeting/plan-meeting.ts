import { eventOf } from '#events/define-event.ts';
import { MeetingChanged } from '#events/meeting-changed.ts';
import { MeetingProposed } from '#events/meeting-proposed.ts';
import type { Blackout } from '#shared/domain/cadence/mailing.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { bookingOf } from '#shared/domain/meetings/diary.ts';
import type { Meeting, MeetingPlan, ProposedMeeting } from '#shared/domain/meetings/meeting.ts';
import { proposed } from '#shared/domain/meetings/moves.ts';
import { meetingDays, proposeTime } from '#shared/domain/meetings/propose-time.ts';
import { addDays, dateIn, type Instant, type IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { diary } from '#shared/store/diary.ts';
import { meetings } from '#shared/store/meeting.ts';

export interface MeetingWanted
  extends Pick<MeetingPlan, 'meetingId' | 'purpose' | 'occasion' | 'contactIds' | 'minutes'> {
  readonly client: Pick<Client, 'clientId' | 'timeZone'>;
  readonly now: Instant;
  /** Of the days ahead. */
  readonly blackouts: readonly Blackout[];
  /** The first day people can be expected to have read of it; five working days from now at the earliest. */
  readonly earliest?: IsoDate;
  /** The last day; without it 45 days from the earliest. */
  readonly through?: IsoDate;
}

const horizonDays = 45;

/**
 * The meeting as it is, with nothing to change, when it was proposed before; else at the first good time that the operator
 * is free, with the changes that book and announce it. They belong into one commit with whatever proposes it to people:
 * that throws `table.conflict` when another client got the time meanwhile, and planning again finds another. Undefined
 * when there is no good time until the last day.
 */
export async function planMeeting(
  table: TableReader,
  wanted: MeetingWanted,
): Promise<{ readonly meeting: Meeting; readonly changes: readonly Change[] } | undefined> {
  const { client, meetingId, minutes, now, blackouts, earliest } = wanted;
  const known = await meetings.get(table, client.clientId, meetingId);
  if (known) return { meeting: known.meeting, changes: [] };

  const today = dateIn(client.timeZone, new Date(now));
  const { through = addDays(earliest ?? today, horizonDays) } = wanted;
  const when = { timeZone: client.timeZone, today, earliest, through, minutes, blackouts };
  // The day of a client far away lies on two days counted in UTC.
  const days = meetingDays(when).flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]);
  const read = await diary.read(table, days);
  const at = proposeTime({ ...when, taken: diary.bookings(read) });
  if (!at) return undefined;

  const meeting = proposed(planAt(wanted, at));
  return {
    meeting,
    changes: [meetings.propose(meeting), ...diary.rebook(read, undefined, bookingOf(meeting)), tellOf(meeting, now)],
  };
}

const planAt = (
  { client: { clientId, timeZone }, meetingId, purpose, occasion, contactIds, minutes, now }: MeetingWanted,
  at: Instant,
): MeetingPlan => ({
  meetingId,
  clientId,
  purpose,
  ...(occasion === undefined ? {} : { occasion }),
  contactIds: [...contactIds],
  at,
  minutes,
  timeZone,
  sequence: 0,
  proposedAt: now,
});

/** Announces that a meeting got this time. */
export function tellOf({ clientId, meetingId, sequence }: ProposedMeeting, now: Instant): Change {
  const detail = { clientId, meetingId, sequence };
  return announce(eventOf(MeetingProposed, `meeting-proposed:${clientId}:${meetingId}:${sequence}`, now, detail));
}

/** Announces that whoever was invited must be told of another time, or that there is no meeting. */
export function tellOfChange({ clientId, meetingId, sequence }: Meeting, now: Instant): Change {
  const detail = { clientId, meetingId, sequence };
  return announce(eventOf(MeetingChanged, `meeting-changed:${clientId}:${meetingId}:${sequence}`, now, detail));
}
