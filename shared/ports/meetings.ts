import type { MeetingId } from '#shared/domain/meetings/meeting.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';

/** A meeting to be had by video. Nothing of it names a person. */
export interface MeetingRequest {
  readonly clientId: ClientId;
  /** Unique within the client. */
  readonly meetingId: MeetingId;
  /** "Big 12: success review of September 2026" */
  readonly topic: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  /** The clock it is shown on. */
  readonly timeZone: string;
}

/** Video meetings. */
export interface Meetings {
  /**
   * Sees to it that the meeting exists at this time, and gives the link to it. Asked again for the same meeting it gives
   * the same one, moved if its time changed, as far as the service allows. Throws `meetings.unavailable` when asking
   * later may help (details may hold `retryAfterSeconds`), `meetings.refused` when it will not.
   */
  arrange(meeting: MeetingRequest): Promise<{ readonly link: string }>;
}

/** The secret that opens the video service: account id, client id and client secret, joined by colons. */
export const zoomSecret = 'meetings/zoom';
