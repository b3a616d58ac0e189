import type { Clock } from '#shared/ports/clock.ts';

export interface Pace {
  /** The business time to begin at. */
  readonly from: Date;
  /** How many seconds of business pass in one second outside, above 0. */
  readonly speed: number;
}

/** A clock whose business time begins at a moment now and runs at a speed of its own. Speed 1 from now is the real time. */
export function virtualClock({ from, speed }: Pace, wall: () => Date = () => new Date()): Clock {
  const begun = wall().getTime();
  return { now: () => new Date(from.getTime() + (wall().getTime() - begun) * speed), wall };
}
