import { AppError } from '../errors.ts';
import { type Instant, instantOf } from '../values/iso-date.ts';
import {
  type ArrangedMeeting,
  type Meeting,
  type MeetingPlan,
  type ProposedMeeting,
  planOf,
  type RecordedMeeting,
} from './meeting.ts';

/** How long one attempt to get a link may take: longer than the function that makes it may run. */
const leaseMs = 60_000;

export const proposed = (plan: MeetingPlan): ProposedMeeting => ({ ...plan, status: 'proposed', tries: 0 });

/** An attempt to get the link begins. Throws `meeting.in-progress` while another one may still be under way. */
export function claimed(meeting: ProposedMeeting, wall: Date): ProposedMeeting {
  const { meetingId, leaseUntil, tries } = meeting;
  if (leaseUntil !== undefined && leaseUntil > instantOf(wall))
    throw new AppError('meeting.in-progress', { meetingId });
  return { ...meeting, tries: tries + 1, leaseUntil: instantOf(new Date(wall.getTime() + leaseMs)) };
}

/** The attempt failed; another may begin at once. */
export const released = (meeting: ProposedMeeting): ProposedMeeting => ({
  ...planOf(meeting),
  status: 'proposed',
  tries: meeting.tries,
});

/** The link is there. */
export const arranged = (
  meeting: ProposedMeeting,
  link: { readonly link: string; readonly linkNote?: string },
  now: Instant,
): ArrangedMeeting => ({ ...planOf(meeting), ...link, status: 'arranged', arrangedAt: now });

/**
 * The same meeting at another time: it needs a link again, and its next invitation replaces the one before. Throws
 * `meeting.settled` for one that was held or cancelled; one that was missed may be given another time.
 */
export function rescheduled(meeting: Meeting, at: Instant, now: Instant): ProposedMeeting {
  const { meetingId, status } = meeting;
  if (status === 'held' || status === 'cancelled') throw new AppError('meeting.settled', { meetingId, status });
  const plan = planOf(meeting);
  const moved = { from: meeting.at, at: now };
  return { ...plan, at, moved, sequence: plan.sequence + 1, status: 'proposed', tries: 0 };
}

/** What the operator says became of a meeting. */
export type MeetingRecord = { readonly notes?: string } & (
  | {
      readonly outcome: 'held';
      readonly rating?: number;
      readonly points?: readonly string[];
      readonly outcomes?: readonly string[];
      readonly nextSteps?: readonly string[];
    }
  | { readonly outcome: 'missed' }
  | { readonly outcome: 'cancelled' }
);

/**
 * The meeting with what became of it; said again, the later record counts, and cancelling again changes nothing. Throws `meeting.too-early` for one held or
 * missed before it began, and `meeting.settled` for a change of one that was cancelled or for cancelling one that is over.
 */
export function recorded(meeting: Meeting, record: MeetingRecord, now: Instant): RecordedMeeting {
  const { meetingId, status } = meeting;
  const cancelling = record.outcome === 'cancelled';
  if (cancelling && meeting.status === 'cancelled') return meeting;
  const over = status === 'held' || status === 'missed';
  if ((status === 'cancelled') !== cancelling && (status === 'cancelled' || over))
    throw new AppError('meeting.settled', { meetingId, status });
  if (!cancelling && now < meeting.at) throw new AppError('meeting.too-early', { meetingId, begins: meeting.at });
  const kept = { ...planOf(meeting), ...linkOf(meeting), recordedAt: now };
  const notes = record.notes === undefined ? {} : { notes: record.notes };
  if (record.outcome === 'cancelled') return { ...kept, ...notes, sequence: kept.sequence + 1, status: 'cancelled' };
  if (record.outcome === 'missed') return { ...kept, ...notes, status: 'missed' };
  const { rating, points = [], outcomes = [], nextSteps = [] } = record;
  return {
    ...kept,
    ...notes,
    ...(rating === undefined ? {} : { rating }),
    status: 'held',
    points: [...points],
    outcomes: [...outcomes],
    nextSteps: [...nextSteps],
  };
}

function linkOf(meeting: Meeting): Pick<ArrangedMeeting, 'link' | 'linkNote'> {
  if (meeting.status === 'proposed') return {};
  const { link, linkNote } = meeting;
  return { ...(link === undefined ? {} : { link }), ...(linkNote === undefined ? {} : { linkNote }) };
}
