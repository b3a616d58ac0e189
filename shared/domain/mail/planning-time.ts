import { dateIn, type Instant, type IsoDate } from '../values/iso-date.ts';

/** Before anyone is at work, so that what is due can go out in the morning. */
const planningHour = 6;

/** The office's day to plan now: it is six or later there, and that day was not planned yet. */
export function planningDue(timeZone: string, plannedOn: IsoDate | undefined, now: Instant): IsoDate | undefined {
  const sixHoursAgo = new Date(Date.parse(now) - planningHour * 3_600_000);
  const today = dateIn(timeZone, sixHoursAgo);
  return plannedOn === undefined || plannedOn < today ? today : undefined;
}
