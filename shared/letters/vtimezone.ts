import { offsetAt } from '#shared/domain/cadence/wall-clock.ts';

/**
 * The rules of a time zone around a moment, as a calendar needs them beside each TZID (RFC 5545, 3.6.5): the clock that
 * runs, and each change of it within a year either way. Read from the runtime's own time zone data, so it never goes stale.
 */
export function vtimezone(zone: string, around: Date): string {
  const [from, to] = [around.getTime() - yearMs, around.getTime() + yearMs];
  const changes = changesBetween(zone, from, to);
  const usual = Math.min(...[from, ...changes].map((at) => offsetAt(zone, at)));
  const observances = [from, ...changes].flatMap((at, place) => {
    const after = offsetAt(zone, at);
    const before = place === 0 ? after : offsetAt(zone, at - 1);
    const kind = after > usual ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${kind}`,
      `DTSTART:${local(at + before)}`,
      `TZOFFSETFROM:${offset(before)}`,
      `TZOFFSETTO:${offset(after)}`,
      `END:${kind}`,
    ];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const yearMs = 366 * dayMs;

/** The moments at which the clock changes, found day by day and then by halving. */
function changesBetween(zone: string, from: number, to: number): number[] {
  const changes: number[] = [];
  for (let day = from; day < to; day += dayMs) {
    if (offsetAt(zone, day) === offsetAt(zone, day + dayMs)) continue;
    let [before, after] = [day, day + dayMs];
    while (after - before > minuteMs) {
      const middle = Math.floor((before + after) / 2 / minuteMs) * minuteMs;
      if (offsetAt(zone, middle) === offsetAt(zone, day)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

const two = (value: number) => String(value).padStart(2, '0');
/** `-0500` */
const offset = (ms: number) => {
  const minutes = Math.abs(ms) / minuteMs;
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
};
/** `20261101T020000` */
const local = (at: number) => new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
