import { offsetAt } from '#shared/domain/cadence/wall-clock.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { vtimezone } from './vtimezone.ts';

export interface Invited {
  /** With its link where it has one. */
  readonly meeting: Pick<Meeting, 'clientId' | 'meetingId' | 'at' | 'minutes' | 'timeZone' | 'sequence'> & {
    readonly link?: string | undefined;
  };
  readonly topic: string;
  /** Who invites, and the one person who is invited: nobody learns who else gets the mail. */
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: string;
  /** Whether the meeting is called off. */
  readonly cancelled?: boolean;
  readonly now: Date;
}

/**
 * An invitation (iCalendar, RFC 5545 and 5546: METHOD:REQUEST), or its withdrawal (METHOD:CANCEL), on the client's own clock. Its UID is the meeting's, and its
 * SEQUENCE grows with every change, so that a calendar replaces the one before. Ours, because the library there is
 * writes a `Date` on the clock of the process, not of the zone.
 */
export function invitation({ meeting, topic, organizer, attendee, cancelled = false, now }: Invited): string {
  const { at, minutes, timeZone, sequence, link } = meeting;
  const starts = new Date(at);
  const event = [
    'BEGIN:VEVENT',
    `UID:${uidOf(meeting, organizer.email)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART;TZID=${timeZone}:${local(starts, timeZone)}`,
    `DTEND;TZID=${timeZone}:${local(new Date(starts.getTime() + minutes * 60_000), timeZone)}`,
    `SUMMARY:${escaped(topic)}`,
    ...(link === undefined
      ? []
      : [`LOCATION:${escaped(link)}`, `URL:${link}`, `DESCRIPTION:${escaped(`Join: ${link}`)}`]),
    `ORGANIZER;CN="${organizer.name.replaceAll(/["\r\n]/g, '')}":mailto:${organizer.email}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${attendee}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//HELiiX AI Solutions//Customer success//EN',
    `METHOD:${cancelled ? 'CANCEL' : 'REQUEST'}`,
  ];
  const zone = vtimezone(timeZone, starts).split('\r\n');
  return [...head, ...zone, ...event, 'END:VCALENDAR', ''].map(folded).join('\r\n');
}

/** The same for everyone invited, however often the meeting moves. */
const uidOf = ({ clientId, meetingId }: Invited['meeting'], email: string) =>
  `${clientId}.${meetingId}@${email.slice(email.indexOf('@') + 1)}`;

const compact = (iso: string) => iso.slice(0, 19).replaceAll(/[-:]/g, '');
const utc = (moment: Date) => `${compact(moment.toISOString())}Z`;
const local = (moment: Date, zone: string) =>
  compact(new Date(moment.getTime() + offsetAt(zone, moment.getTime())).toISOString());

/** RFC 5545, 3.3.11 */
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');

/** RFC 5545, 3.1: at most 75 octets a line, never within a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let [now, octets] = ['', 0];
  for (const sign of line) {
    const more = Buffer.byteLength(sign);
    if (octets + more > 74) {
      lines.push(now);
      [now, octets] = ['', 0];
    }
    now += sign;
    octets += more;
  }
  return [...lines, now].join('\r\n ');
}
