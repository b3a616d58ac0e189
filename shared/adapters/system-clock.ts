import type { Clock } from '#shared/ports/clock.ts';

/** The computer's clock: business time is real time. */
export const systemClock: Clock = { now: () => new Date(), wall: () => new Date() };
