import * as z from 'zod';

const dayMs = 86_400_000;

/** A calendar day, `YYYY-MM-DD`, from 2000 to 2099, that exists (no 30 February). */
export const IsoDate = z
  .string()
  .refine(isCalendarDay, 'use a real date as YYYY-MM-DD, for example 2026-11-20')
  .brand<'IsoDate'>();
export type IsoDate = z.infer<typeof IsoDate>;

/** A calendar month, `YYYY-MM`. */
export const IsoMonth = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'use a month as YYYY-MM')
  .brand<'IsoMonth'>();
export type IsoMonth = z.infer<typeof IsoMonth>;

/** A moment in UTC with milliseconds, `2026-11-20T14:03:00.000Z`. */
export const Instant = z
  .string()
  .regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'use a UTC time such as 2026-11-20T14:03:00.000Z')
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

function isCalendarDay(text: string): boolean {
  if (!/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)].map(Number);
  // Every month has 28 days; longer ones are asked for, since thousands of stored dates are read at a time.
  return Number(day) <= 28 || new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() >= Number(day);
}

/** In milliseconds. Digit by digit, since a score counts the days between hundreds of dates. */
const midnight = (date: IsoDate): number => Date.UTC(digits(date, 0, 4), digits(date, 5, 7) - 1, dayOf(date));
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}
const dateAt = (ms: number) => new Date(ms).toISOString().slice(0, 10) as IsoDate;

/** The moment as text. */
export const instantOf = (moment: Date): Instant => moment.toISOString() as Instant;

/** The calendar day at that moment in an IANA time zone. */
export const dateIn = (zone: string, moment: Date): IsoDate => calendarIn(zone).format(moment) as IsoDate;

/** The calendar of a zone, kept: making one takes longer than scoring does. Throws a RangeError for an unknown zone. */
export function calendarIn(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(zone, made);
  return made;
}
const calendars = new Map<string, Intl.DateTimeFormat>();

export function addDays(date: IsoDate, days: number): IsoDate {
  const day = dayOf(date) + days;
  return day >= 1 && day <= 28 ? dayIn(monthOf(date), day) : dateAt(midnight(date) + days * dayMs);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => (midnight(to) - midnight(from)) / dayMs;

export const monthOf = (date: IsoDate): IsoMonth => date.slice(0, 7) as IsoMonth;

/** The day of its month, 1 to 31. */
export const dayOf = (date: IsoDate): number => digits(date, 8, 10);

const dayIn = (month: IsoMonth, day: number) => `${month}-${day < 10 ? '0' : ''}${day}` as IsoDate;

/** Calendar month as 1 (January) to 12. */
export const monthNumber = (month: IsoMonth): number => digits(month, 5, 7);

export function addMonths(month: IsoMonth, months: number): IsoMonth {
  const index = digits(month, 0, 4) * 12 + monthNumber(month) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as IsoMonth;
}

/** Whole calendar months from one month to another; negative when `to` is earlier. */
export const monthsBetween = (from: IsoMonth, to: IsoMonth): number =>
  (digits(to, 0, 4) - digits(from, 0, 4)) * 12 + monthNumber(to) - monthNumber(from);

export const firstDay = (month: IsoMonth): IsoDate => `${month}-01` as IsoDate;
export const lastDay = (month: IsoMonth): IsoDate =>
  dayIn(month, new Date(Date.UTC(digits(month, 0, 4), monthNumber(month), 0)).getUTCDate());
