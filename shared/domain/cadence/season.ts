import { addDays, type IsoDate } from '../values/iso-date.ts';
import type { Blackout, Candidate, Mailing } from './mailing.ts';
import type { Obstacle } from './obstacle.ts';
import { momentAt, wallClockAt } from './wall-clock.ts';

/** What the sporting year puts in the way of a message, on the calendar of the person who would read it. */
export function seasonObstacles(
  zone: string,
  { season }: Candidate,
  { blackouts, trainingWindows }: Mailing,
): readonly Obstacle[] {
  const blackout: Obstacle = { reason: 'blackout', clearFrom: (at) => afterBlackout(zone, blackouts, at) };
  const window: Obstacle = { reason: 'season', clearFrom: (at) => intoWindow(zone, trainingWindows, at) };
  if (season === 'anytime') return [];
  return season === 'training-windows' ? [window, blackout] : [blackout];
}

function afterBlackout(zone: string, blackouts: readonly Blackout[], at: number): number {
  const { date } = wallClockAt(zone, at);
  const ends = blackouts.filter((blackout) => covers(blackout, date)).map(({ to }) => to);
  const last = ends.toSorted().at(-1);
  return last === undefined ? at : midnight(zone, addDays(last, 1));
}

function intoWindow(zone: string, windows: readonly Blackout[], at: number): number {
  const { date } = wallClockAt(zone, at);
  if (windows.some((window) => covers(window, date))) return at;
  const [next] = windows
    .filter(({ from, to }) => from > date && from <= to)
    .map(({ from }) => from)
    .toSorted();
  return next === undefined ? Number.POSITIVE_INFINITY : midnight(zone, next);
}

const covers = ({ from, to }: Blackout, date: IsoDate) => from <= date && date <= to;
const midnight = (zone: string, date: IsoDate) => momentAt(zone, date, 0);
