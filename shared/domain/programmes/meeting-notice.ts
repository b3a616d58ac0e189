import { sayMonthAndYear } from '../figures/stated.ts';
import type { Message } from '../mail/message.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { type Instant, instantOf } from '../values/iso-date.ts';
import { messageIdOf } from './message-id.ts';
import type { Proposal } from './proposal.ts';
import type { Situation } from './situation.ts';

/** A meeting ahead that was moved or cancelled, and the messages there are about it. */
export interface ChangedMeeting {
  readonly meeting: Meeting;
  readonly messages: readonly Message[];
}

/** To each person whose last word of a meeting was an invitation that no longer holds; the letter says what holds now. */
export const meetingNotice = ({ changedMeetings = [] }: Situation): Proposal[] =>
  changedMeetings.flatMap(({ meeting, messages }) => {
    const changedAt = changeOf(meeting);
    if (!changedAt) return [];
    return meeting.contactIds
      .filter((contactId) =>
        mustBeTold(
          messages.filter((about) => about.contactId === contactId),
          changedAt,
        ),
      )
      .map((contactId) => ({
        kind: 'meeting-notice',
        contactId,
        occasion: occasionOf(meeting, meeting.sequence),
        because: becauseOf(meeting),
        notBefore: changedAt,
        staleAt: meeting.at,
        facts: [],
        meetingId: meeting.meetingId,
      }));
  });

/** Whether a meeting was changed and is still to come, so that people may have to be told. */
export const isChangedAhead = (meeting: Meeting, now: Instant): boolean =>
  meeting.at > now && changeOf(meeting) !== undefined;

/** The ids of all messages there can be about a meeting: its invitations, and the notices of its changes. */
export const messagesAbout = (meeting: Meeting): string[] =>
  meeting.contactIds.flatMap((contactId) => [
    ...(meeting.occasion ? [messageIdOf('monthly-review', contactId, meeting.occasion)] : []),
    ...Array.from({ length: meeting.sequence }, (_, before) =>
      messageIdOf('meeting-notice', contactId, occasionOf(meeting, before + 1)),
    ),
  ]);

/** A day before anybody would turn up in vain, or not at all. */
export function noticeBy({ at, moved }: Meeting, now: Instant): Instant {
  const first = moved && moved.from > now && moved.from < at ? moved.from : at;
  return instantOf(new Date(Date.parse(first) - 86_400_000));
}

/** A notice that waits will say what holds when it goes; who was not invited yet is invited to what holds. */
function mustBeTold(messages: readonly Message[], changedAt: Instant): boolean {
  if (messages.some(({ kind, status }) => kind === 'meeting-notice' && status === 'waiting')) return false;
  const last = messages
    .flatMap((message) => (message.status === 'mailed' ? [message.at] : []))
    .sort()
    .at(-1);
  return last !== undefined && last <= changedAt;
}

function changeOf(meeting: Meeting): Instant | undefined {
  if (meeting.status === 'cancelled') return meeting.recordedAt;
  return meeting.status === 'held' || meeting.status === 'missed' ? undefined : meeting.moved?.at;
}

const occasionOf = ({ meetingId }: Meeting, sequence: number) => `${meetingId}-${sequence}`;

const becauseOf = ({ status, occasion }: Meeting): string => {
  const which = occasion ? `The review meeting of ${sayMonthAndYear(occasion)}` : 'A meeting';
  return `${which} ${status === 'cancelled' ? 'was canceled' : 'has another time'}, and this person was invited to it.`;
};
