import { recordMeeting } from '#functions/arrange-meeting/record-meeting.ts';
import { textHash } from '#shared/domain/figures/text-hash.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import type { MeetingRecord } from '#shared/domain/meetings/moves.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Table } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';
import { demonstration } from '#shared/store/demonstration.ts';
import { meetings } from '#shared/store/meeting.ts';

/**
 * Says of each meeting with a simulated client, once it is over, what its operator would have recorded: most were held, one
 * in eight was missed. Meetings with recorded clients are for the real operator. Does nothing without a demonstration.
 */
export async function holdMeetings(table: Table, clock: Clock): Promise<number> {
  if (!(await demonstration.marker(table))) return 0;
  let recorded = 0;
  for await (const { clientId, provenance } of clients.all(table)) {
    if (provenance !== 'simulated') continue;
    const over = (await meetings.of(table, clientId)).filter(({ meeting }) => isOver(meeting, clock.now()));
    for (const { meeting } of over) {
      await recordMeeting(table, clock, { clientId, meetingId: meeting.meetingId, ...whatHappened(meeting) });
      recorded++;
    }
  }
  return recorded;
}

const isOver = ({ status, at, minutes }: Meeting, now: Date) =>
  status === 'arranged' && Date.parse(at) + minutes * 60_000 <= now.getTime();

const missedOneIn = 8;
const notes = 'Simulated: nobody met.';

/** Decided by the meeting alone, so that it is the same however the demonstration is run. */
function whatHappened({ clientId, meetingId }: Meeting): MeetingRecord {
  const chance = textHash(`${clientId}/${meetingId}`) >>> 7;
  if (chance % missedOneIn === 0) return { outcome: 'missed', notes };
  return {
    outcome: 'held',
    notes,
    rating: 7 + (chance % 3),
    points: ['The figures of the month'],
    outcomes: ['The recommendation will be tried'],
    nextSteps: ['HELiiX sends what was shown'],
  };
}
