import { planMeeting } from '#functions/arrange-meeting/plan-meeting.ts';
import type { Office } from '#functions/dispatch-mail/load-office.ts';
import type { MeetingId } from '#shared/domain/meetings/meeting.ts';
import type { Proposal } from '#shared/domain/programmes/proposal.ts';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';

interface Planned {
  /** What books and announces the meeting; nothing when it was proposed before. */
  readonly changes: readonly Change[];
  /** Absent when nothing proposed wants a meeting, or there is no good time for it. */
  readonly meetingId?: MeetingId;
}

/**
 * Finds a time for the meeting that is wanted. One a plan, since two in one commit could take the same time; one
 * programme alone proposes meetings.
 */
export async function proposeMeeting(
  table: TableReader,
  proposals: readonly Proposal[],
  { client, today, now }: Office,
): Promise<Planned> {
  const wanted = proposals.find(({ meeting }) => meeting)?.meeting;
  if (!wanted) return { changes: [] };
  const { blackouts } = mailCalendar(client, today);
  const planned = await planMeeting(table, { ...wanted, client, now, blackouts });
  return planned ? { changes: planned.changes, meetingId: planned.meeting.meetingId } : { changes: [] };
}
