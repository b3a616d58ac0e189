import { eventOf, type Received } from '#events/define-event.ts';
import { MeetingArranged } from '#events/meeting-arranged.ts';
import { MeetingProposed } from '#events/meeting-proposed.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { AppError, isAppError } from '#shared/domain/errors.ts';
import type { ProposedMeeting } from '#shared/domain/meetings/meeting.ts';
import { arranged, claimed, released } from '#shared/domain/meetings/moves.ts';
import { topicOf } from '#shared/domain/meetings/topic.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients } from '#shared/store/client.ts';
import { type StoredMeeting, meetings as stored } from '#shared/store/meeting.ts';

export const arrangeMeeting = defineEventFunction({
  name: 'arrange-meeting',
  purpose: 'Gets the video link of a proposed meeting, from the stand-by rooms when the video service fails for good.',
  on: [MeetingProposed],
  needs: ['table:write', 'personal-data:open', 'meetings:arrange'],
  partitions: ['CLIENT#', 'EVENT#'],
  // One at a time: a slow answer of the video service must not make the next meeting wait beyond its turn.
  queue: { workers: 2, batch: 1 },
  run: arrange,
});

type Arranging = Deps<'table:write' | 'meetings:arrange'>;

/**
 * The attempt is committed, and counted, before the video service is asked: of two deliveries at once only one asks, and
 * an attempt that died counts too. Three attempts ask the service; the fourth, which the queue still makes, does not.
 */
const mostTries = 3;
/** To wait longer for the service's limit to end than this would come too late for the invitation. */
const longestWaitSeconds = 600;

async function arrange(
  deps: Arranging,
  { detail: { clientId, meetingId, sequence } }: Received<typeof MeetingProposed>,
): Promise<void> {
  const { table, clock } = deps;
  const [found, client] = await Promise.all([stored.get(table, clientId, meetingId), clients.get(table, clientId)]);
  if (!found) throw new AppError('meeting.not-found', { clientId, meetingId });
  if (!client) throw new AppError('client.not-found', { clientId });
  const { meeting } = found;
  // Arranged already, cancelled, or moved again: then another event tells of that.
  if (meeting.status !== 'proposed' || meeting.sequence !== sequence) return;

  const attempt = claimed(meeting, clock.wall());
  await table.commit([stored.move(found, attempt)]);
  const held = { version: found.version + 1, meeting: attempt };
  const link = await linkFor(deps, held, topicOf(meeting, client.name));

  const now = instantOf(clock.now());
  const told = eventOf(MeetingArranged, `meeting-arranged:${clientId}:${meetingId}:${sequence}`, now, {
    clientId,
    meetingId,
    sequence,
  });
  await table.commit([stored.move(held, arranged(attempt, link, now)), announce(told)]);
}

async function linkFor(deps: Arranging, held: StoredMeeting<ProposedMeeting>, topic: string) {
  const { meetings, standbyMeetings, table, log } = deps;
  const { clientId, meetingId, at, minutes, timeZone, tries } = held.meeting;
  const request = { clientId, meetingId, topic, startsAt: at, minutes, timeZone };
  if (tries <= mostTries)
    try {
      return await meetings.arrange(request);
    } catch (error) {
      if (!hopeless(error)) {
        log.warn('no link yet, will be tried again', { clientId, meetingId, tries });
        await table.commit([stored.move(held, released(held.meeting))]);
        throw error;
      }
    }
  log.error('the video service failed; the meeting is in the stand-by room', { clientId, meetingId, tries });
  const linkNote = 'The video service did not arrange this meeting: it takes place in the stand-by room.';
  return { ...(await standbyMeetings.arrange(request)), linkNote };
}

/** Whether asking again within the next minutes would be no use. */
const hopeless = (error: unknown): boolean =>
  isAppError(error, 'meetings.refused') ||
  (isAppError(error, 'meetings.unavailable') && Number(error.details.retryAfterSeconds ?? 0) > longestWaitSeconds);
