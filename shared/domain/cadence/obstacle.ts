import type { HoldReason } from './mailing.ts';

/** One thing that can stand in a message's way, and when it will be out of it. */
export interface Obstacle {
  readonly reason: HoldReason;
  /** The earliest moment, at or after the given one, at which this does not stand in the way; Infinity for never. */
  readonly clearFrom: (at: number) => number;
}

/** When the way is free, and what cost most of the wait. */
export interface Opening {
  readonly at: number;
  /** Undefined when nothing had to be waited for. */
  readonly reason: HoldReason | undefined;
}

/** The earliest moment from `now` on at which no obstacle is left; Infinity when that is not before `end`. */
export function findOpening(obstacles: readonly Obstacle[], now: number, end: number): Opening {
  const cost = new Map<HoldReason, number>();
  let at = now;
  for (let moved = true; moved && at < end; ) {
    moved = false;
    for (const { reason, clearFrom } of obstacles) {
      const clear = at < end ? clearFrom(at) : at;
      if (clear <= at) continue;
      cost.set(reason, (cost.get(reason) ?? 0) + clear - at);
      at = clear;
      moved = true;
    }
  }
  const [dearest] = [...cost].toSorted(([, a], [, b]) => (a === b ? 0 : b - a));
  return { at: at < end ? at : Number.POSITIVE_INFINITY, reason: dearest?.[0] };
}

export const isClear = (obstacles: readonly Obstacle[], at: number): boolean =>
  obstacles.every(({ clearFrom }) => clearFrom(at) <= at);

/** Nothing in the data says when it ends. */
export const standing = (reason: HoldReason): Obstacle => ({ reason, clearFrom: () => Number.POSITIVE_INFINITY });

/** In the way until a moment. */
export const standingUntil = (reason: HoldReason, end: number): Obstacle => ({
  reason,
  clearFrom: (at) => Math.max(at, end),
});
