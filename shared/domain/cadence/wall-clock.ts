import type { IsoDate } from '../values/iso-date.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What a clock on the wall of a zone shows. */
export interface WallClock {
  readonly date: IsoDate;
  /** Whole minutes since midnight as the clock shows them. */
  readonly minute: number;
  /** Sunday is 0. */
  readonly weekday: number;
}

/** The wall clock of an IANA zone at a moment in milliseconds since 1970. Throws a RangeError for an unknown zone. */
export function wallClockAt(zone: string, at: number): WallClock {
  const shown = at + offsetAt(zone, at);
  const day = Math.floor(shown / dayMs);
  // The first of January 1970 was a Thursday.
  return { date: dateOf(day), minute: Math.floor((shown - day * dayMs) / minuteMs), weekday: (day + 4) % 7 };
}

function dateOf(day: number): IsoDate {
  const known = dates.get(day);
  if (known) return known;
  const date = new Date(day * dayMs).toISOString().slice(0, 10) as IsoDate;
  dates.set(day, date);
  return date;
}
const dates = new Map<number, IsoDate>();

/**
 * The first moment, in milliseconds since 1970, at which the zone's clock shows this time. A time that the clock skips
 * when it goes forward becomes one as long after the jump; of a time it shows twice the first is meant.
 */
export function momentAt(zone: string, date: IsoDate, minute: number): number {
  const shown = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs;
  const [before, after] = [shown - offsetAt(zone, shown - dayMs), shown - offsetAt(zone, shown + dayMs)];
  const real = [before, after].filter((at) => at + offsetAt(zone, at) === shown);
  return real.length > 0 ? Math.min(...real) : before;
}

/** How far the zone's clock is ahead of UTC, in milliseconds. Asked once for each UTC day on which it stands still. */
export function offsetAt(zone: string, at: number): number {
  const day = Math.floor(at / dayMs);
  const days = offsets.get(zone) ?? new Map<number, number | 'changes'>();
  offsets.set(zone, days);
  let offset = days.get(day);
  if (offset === undefined) {
    const first = measureOffset(zone, day * dayMs);
    offset = first === measureOffset(zone, (day + 1) * dayMs - 1000) ? first : 'changes';
    days.set(day, offset);
  }
  return offset === 'changes' ? measureOffset(zone, at) : offset;
}
const offsets = new Map<string, Map<number, number | 'changes'>>();

function measureOffset(zone: string, at: number): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(at / 1000) * 1000;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}
const clocks = new Map<string, Intl.DateTimeFormat>();
