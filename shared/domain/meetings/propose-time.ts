import type { Blackout } from '../cadence/mailing.ts';
import { momentAt } from '../cadence/wall-clock.ts';
import { workingDays } from '../programmes/working-days.ts';
import { addDays, type Instant, type IsoDate, instantOf } from '../values/iso-date.ts';
import { type Booking, overlap } from './diary.ts';

export interface TimeWanted {
  /** The client's IANA zone. */
  readonly timeZone: string;
  /** The client's day. */
  readonly today: IsoDate;
  /** Nothing before this day, if it is later than the notice allows. */
  readonly earliest?: IsoDate | undefined;
  /** Nothing after this day. */
  readonly through: IsoDate;
  readonly minutes: number;
  /** Days on which the office is to be left alone. */
  readonly blackouts: readonly Blackout[];
  /** When the operator is in other meetings. */
  readonly taken: readonly Pick<Booking, 'from' | 'to'>[];
}

const noticeDays = 5;
const weekdays = [2, 3, 4];
const opens = 10 * 60;
const closes = 15 * 60;
const step = 30;

/**
 * The first good time for a meeting, or undefined when there is none: Tuesday to Thursday, within 10:00 to 15:00 on the
 * client's clock, outside blackouts, at least five working days ahead, and when the operator is in no other meeting.
 */
export function proposeTime(wanted: TimeWanted): Instant | undefined {
  const { timeZone, minutes, taken } = wanted;
  for (const date of meetingDays(wanted))
    for (const start of startsFor(minutes)) {
      const at = momentAt(timeZone, date, start);
      const time = { from: instantOf(new Date(at)), to: instantOf(new Date(at + minutes * 60_000)) };
      if (!taken.some((other) => overlap(time, other))) return time.from;
    }
  return undefined;
}

/** The days on which a meeting may be, the first first. */
export function meetingDays({ today, earliest, through, blackouts }: Omit<TimeWanted, 'taken'>): IsoDate[] {
  return workingDays(addDays(today, 1), through, blackouts)
    .slice(noticeDays - 1)
    .filter((date) => weekdays.includes(new Date(date).getUTCDay()) && (earliest === undefined || date >= earliest));
}

/** In minutes after midnight, lunch time last. */
function startsFor(minutes: number): number[] {
  const all: number[] = [];
  for (let start = opens; start + minutes <= closes; start += step) all.push(start);
  const atLunch = (start: number) => start < 13 * 60 && start + minutes > 12 * 60;
  return [...all.filter((start) => !atLunch(start)), ...all.filter(atLunch)];
}
