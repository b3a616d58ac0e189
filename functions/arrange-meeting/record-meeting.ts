import { eventOf } from '#events/define-event.ts';
import { MeetingHeld } from '#events/meeting-held.ts';
import { MeetingMissed } from '#events/meeting-missed.ts';
import type { Action } from '#shared/domain/actions/action.ts';
import type { AuditAct, AuditAction } from '#shared/domain/audit/entry.ts';
import { AppError } from '#shared/domain/errors.ts';
import { bookingOf } from '#shared/domain/meetings/diary.ts';
import type { Meeting, MeetingId, RecordedMeeting } from '#shared/domain/meetings/meeting.ts';
import { type MeetingRecord, recorded } from '#shared/domain/meetings/moves.ts';
import { topicOf } from '#shared/domain/meetings/topic.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Change, Table } from '#shared/ports/table.ts';
import { actions } from '#shared/store/action.ts';
import { announce } from '#shared/store/announcement.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { clients } from '#shared/store/client.ts';
import { diary } from '#shared/store/diary.ts';
import { meetings, type StoredMeeting } from '#shared/store/meeting.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { findMeeting } from './find-meeting.ts';
import { tellOfChange } from './plan-meeting.ts';

export type RecordWanted = MeetingRecord & {
  readonly clientId: ClientId;
  /** Without it the latest that has begun; to cancel, the next one. */
  readonly meetingId?: MeetingId;
};

/**
 * Records what became of a meeting, puts one that was held or missed into the client's history, and announces it. Recorded
 * again, the later record counts, and is announced only when it says something else happened. A cancelled meeting gives
 * its time back, and whoever was invited is told. Throws `meeting.not-found`, `meeting.too-early`, `meeting.settled`.
 */
export const recordMeeting = (table: Table, clock: Clock, wanted: RecordWanted): Promise<RecordedMeeting> =>
  retryOnConflict(async () => {
    const now = instantOf(clock.now());
    const client = await clients.get(table, wanted.clientId);
    if (!client) throw new AppError('client.not-found', { clientId: wanted.clientId });
    const found = await findMeeting(table, wanted, now);
    const after = recorded(found.meeting, wanted, now);
    if (after === found.meeting) return after;
    await table.commit([
      meetings.move(found, after),
      ...(after.status === 'cancelled'
        ? await calledOff(table, after)
        : [actions.record(actionOf(after, client.name))]),
      ...newsOf(found, after).map(announce),
      ...(await auditTrail.record(table, auditOf(after, `meeting.${after.status}`, now))),
    ]);
    return after;
  });

/** A meeting in closed words: its id could name a person. */
export const auditOf = (
  { clientId, purpose, at }: Meeting,
  act: Extract<AuditAct, `meeting.${string}`>,
  now: Instant,
): AuditAction => ({ scope: clientId, at: now, by: 'operator', act, detail: { purpose, on: at } });

/** Its time is free again, and whoever was invited is to be told. */
async function calledOff(table: Table, meeting: RecordedMeeting): Promise<Change[]> {
  const booking = bookingOf(meeting);
  const freed = diary.rebook(await diary.readFor(table, booking), booking, undefined);
  return [...freed, tellOfChange(meeting, meeting.recordedAt)];
}

function newsOf({ meeting, version }: StoredMeeting, after: RecordedMeeting): Announcement[] {
  const { clientId, meetingId, purpose, at, recordedAt, status } = after;
  if (status === meeting.status || status === 'cancelled') return [];
  const detail = { clientId, meetingId, purpose, at };
  const id = `meeting-${status}:${clientId}:${meetingId}:${version}`;
  if (status === 'missed') return [eventOf(MeetingMissed, id, recordedAt, detail)];
  const { rating } = after;
  return [eventOf(MeetingHeld, id, recordedAt, { ...detail, ...(rating === undefined ? {} : { rating }) })];
}

/** One entry a meeting, however often it is recorded. */
function actionOf(meeting: RecordedMeeting, clientName: string): Action {
  const { meetingId, clientId, at, contactIds, status, notes } = meeting;
  const entry = { actionId: `meeting:${meetingId}`, clientId, type: 'meeting', at } as const;
  const points = [topicOf(meeting, clientName), ...(notes === undefined ? [] : [notes])];
  if (meeting.status !== 'held') return { ...entry, participants: [], points, outcome: status, nextSteps: [] };
  const { rating, outcomes, nextSteps } = meeting;
  return {
    ...entry,
    participants: contactIds,
    points: [...points, ...meeting.points],
    outcome: ['held', ...outcomes].join('; '),
    nextSteps,
    ...(rating === undefined ? {} : { rating }),
  };
}
