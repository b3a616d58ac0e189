import { cancelledMeetingFacts, meetingFacts } from '#shared/domain/figures/occasion-facts.ts';
import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import type { ArrangedMeeting, CancelledMeeting } from '#shared/domain/meetings/meeting.ts';
import { topicOf } from '#shared/domain/meetings/topic.ts';
import { invitation } from '#shared/letters/invitation.ts';
import type { Office } from './load-office.ts';

/** The meeting a message is about: none; not arranged yet, so that the message must wait; or to be told of. */
type Proposed = ArrangedMeeting | CancelledMeeting | 'not-arranged' | undefined;

/**
 * A meeting that was recorded, or is too near for the mail to arrive in time, is not proposed any more; that one was
 * cancelled, only its own notice tells.
 */
export function meetingOf(
  { kind, meetingId }: Pick<WaitingMessage, 'kind' | 'meetingId'>,
  { meetings, now }: Office,
): Proposed {
  const meeting = meetings.find((each) => each.meetingId === meetingId);
  if (!meeting || meeting.at <= now) return undefined;
  if (meeting.status === 'proposed') return 'not-arranged';
  if (meeting.status === 'cancelled') return kind === 'meeting-notice' ? meeting : undefined;
  return meeting.status === 'arranged' ? meeting : undefined;
}

/** What the mail says of the meeting. */
export function factsOfMeeting(meeting: Proposed): GroundedFact[] {
  if (!meeting || meeting === 'not-arranged') return [];
  const { meetingId, at, timeZone: zone, minutes, link } = meeting;
  const sources = [`meeting:${meetingId}`];
  if (meeting.status === 'cancelled') return cancelledMeetingFacts({ at, zone, sources });
  return meetingFacts({ at, zone, minutes, link, sources });
}

/** The invitation, or its withdrawal, that goes with the mail, for the calendar of the one person who gets it. */
export function invitationFor(
  meeting: Proposed,
  { client, now }: Office,
  { from, to }: { readonly from: string; readonly to: string },
): string | undefined {
  if (!meeting || meeting === 'not-arranged') return undefined;
  return invitation({
    meeting,
    topic: topicOf(meeting, client.name),
    organizer: { name: 'HELiiX AI Solutions', email: from },
    attendee: to,
    cancelled: meeting.status === 'cancelled',
    now: new Date(now),
  });
}
