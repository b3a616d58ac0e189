import { sayMonthAndYear } from '#shared/domain/figures/stated.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import type { Reviews } from './reviews-of.ts';
import { bold, columns } from './terminal.ts';

/** Every meeting in a line, and the review rate below. */
export const describeReviews = ({ meetings, rate }: Reviews): string =>
  [
    meetings.length === 0 ? 'No meeting is planned, and there was none lately.' : columns(meetings.map(rowOf)),
    '',
    rateIn(rate),
  ].join('\n');

/** One meeting in words. */
export const describeMeeting = (meeting: Meeting): string =>
  [rowOf(meeting).join('  '), ...('notes' in meeting && meeting.notes ? [meeting.notes] : [])].join('\n');

const rowOf = (meeting: Meeting): string[] => [
  timeOf(meeting),
  meeting.clientId,
  meeting.meetingId,
  meeting.status,
  'rating' in meeting && meeting.rating !== undefined ? `rated ${meeting.rating}` : '',
  'link' in meeting ? (meeting.link ?? '') : '',
];

/** "Wed, Nov 18, 10:00 CST": on the client's clock. */
const timeOf = ({ at, timeZone }: Meeting): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(at));

function rateIn({ month, held, missed, without, share, goal }: Reviews['rate']): string {
  const name = sayMonthAndYear(month);
  if (share === undefined) return `No client is active in ${name}.`;
  const all = held.length + missed.length + without.length;
  const left = [
    ...(missed.length > 0 ? [`missed: ${missed.join(', ')}`] : []),
    ...(without.length > 0 ? [`none yet: ${without.join(', ')}`] : []),
  ];
  const percent = `${Math.round(100 * share)}%, the goal is ${Math.round(100 * goal)}%`;
  return [bold(`${held.length} of ${all} active clients had a review in ${name} (${percent})`), ...left].join('; ');
}
