/**
 * Meetings with clients.
 *   one meeting              pk = CLIENT#<id>  sk = MEETING#<meetingId>     its version guards changes
 *   of a client              pk = CLIENT#<id>  prefix MEETING#, put in order by the reader
 *   every client's, by time  lists: MEETINGS, by when it begins
 */

import { Meeting, type MeetingId, type ProposedMeeting } from '#shared/domain/meetings/meeting.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import { type Change, type Item, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

export interface StoredMeeting<M extends Meeting = Meeting> {
  readonly version: number;
  readonly meeting: M;
}

const key = (clientId: ClientId, meetingId: MeetingId): Key => ({
  pk: `CLIENT#${clientId}`,
  sk: `MEETING#${meetingId}`,
});

const item = (meeting: Meeting) => ({
  ...key(meeting.clientId, meeting.meetingId),
  entity: 'meeting',
  list: 'MEETINGS',
  listOrder: `${meeting.at}#${meeting.clientId}#${meeting.meetingId}`,
  ...meeting,
});

const stored = (found: Item): StoredMeeting => ({ version: found.version, meeting: Meeting.parse(found) });

export const meetings = {
  propose: (meeting: ProposedMeeting): Change => ({ put: item(meeting), require: 'absent' }),

  /** Moves a meeting on from the state it was read in. */
  move: ({ version }: StoredMeeting, to: Meeting): Change => ({ put: item(to), require: { version } }),

  async get(table: TableReader, clientId: ClientId, meetingId: MeetingId): Promise<StoredMeeting | undefined> {
    const found = await table.get(key(clientId, meetingId));
    return found && stored(found);
  },

  /** The one that begins last first. */
  async of(table: TableReader, clientId: ClientId): Promise<StoredMeeting[]> {
    const found: StoredMeeting[] = [];
    for await (const each of queryAll(table, { partition: `CLIENT#${clientId}`, prefix: 'MEETING#' }))
      found.push(stored(each));
    return found.sort((a, b) => (a.meeting.at < b.meeting.at ? 1 : -1));
  },

  /** Every client's that begin from a moment on and before another, the earliest first. */
  async between(table: TableReader, from: Instant, before?: Instant): Promise<Meeting[]> {
    const until = before === undefined ? {} : { to: before };
    const found: Meeting[] = [];
    for await (const each of queryAll(table, { index: 'lists', partition: 'MEETINGS', from, ...until }))
      found.push(stored(each).meeting);
    return found;
  },
};
