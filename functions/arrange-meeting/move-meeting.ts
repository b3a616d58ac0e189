import { AppError } from '#shared/domain/errors.ts';
import { bookingOf, overlap } from '#shared/domain/meetings/diary.ts';
import type { MeetingId, ProposedMeeting } from '#shared/domain/meetings/meeting.ts';
import { rescheduled } from '#shared/domain/meetings/moves.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Table } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { diary } from '#shared/store/diary.ts';
import { meetings } from '#shared/store/meeting.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { findMeeting } from './find-meeting.ts';
import { tellOf, tellOfChange } from './plan-meeting.ts';
import { auditOf } from './record-meeting.ts';

/**
 * Gives a meeting another time, as the operator agreed with the client: any time ahead that is free in the diary. It is
 * arranged anew, with the same link where the video service allows, and whoever was invited is told. Throws `meeting.not-found`, `meeting.too-late` for a
 * time that has passed, `meeting.double-booked`, `meeting.settled`.
 */
export const moveMeeting = (
  table: Table,
  clock: Clock,
  wanted: { readonly clientId: ClientId; readonly meetingId?: MeetingId; readonly at: Instant },
): Promise<ProposedMeeting> =>
  retryOnConflict(async () => {
    const now = instantOf(clock.now());
    const { at } = wanted;
    if (at <= now) throw new AppError('meeting.too-late', { at });
    const found = await findMeeting(table, { ...wanted, outcome: 'moved' }, now);
    const after = rescheduled(found.meeting, at, now);
    const [before, booking] = [bookingOf(found.meeting), bookingOf(after)];
    const read = await diary.readFor(table, before, booking);
    const others = diary.bookings(read).filter((other) => !isSame(other, booking));
    if (others.some((other) => overlap(other, booking))) throw new AppError('meeting.double-booked', { at });
    await table.commit([
      meetings.move(found, after),
      ...diary.rebook(read, before, booking),
      tellOf(after, now),
      tellOfChange(after, now),
      ...(await auditTrail.record(table, auditOf(after, 'meeting.moved', now))),
    ]);
    return after;
  });

type Whose = { readonly clientId: ClientId; readonly meetingId: MeetingId };
const isSame = (a: Whose, b: Whose) => a.clientId === b.clientId && a.meetingId === b.meetingId;
