import { AppError } from '#shared/domain/errors.ts';
import type { MeetingId } from '#shared/domain/meetings/meeting.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { meetings, type StoredMeeting } from '#shared/store/meeting.ts';

interface Wanted {
  readonly clientId: ClientId;
  readonly meetingId?: MeetingId | undefined;
  readonly outcome: 'held' | 'missed' | 'cancelled' | 'moved';
}

/**
 * The meeting that is meant: the one of that id; else, of those not cancelled, the latest that has begun to say what became
 * of it, or the next one to cancel or move it. Throws `meeting.not-found`, naming those there are.
 */
export async function findMeeting(table: TableReader, wanted: Wanted, now: Instant): Promise<StoredMeeting> {
  const { clientId, meetingId, outcome } = wanted;
  const all = await meetings.of(table, clientId);
  const open = all.filter(({ meeting }) => meeting.status !== 'cancelled');
  const ahead = outcome === 'cancelled' || outcome === 'moved';
  const meant =
    meetingId !== undefined
      ? all.find(({ meeting }) => meeting.meetingId === meetingId)
      : ahead
        ? open.findLast(({ meeting }) => meeting.at > now)
        : open.find(({ meeting }) => meeting.at <= now);
  if (meant) return meant;
  const known = all.map(({ meeting }) => `${meeting.meetingId} (${meeting.status}, ${meeting.at})`);
  throw new AppError('meeting.not-found', { clientId, ...(meetingId === undefined ? {} : { meetingId }), known });
}
