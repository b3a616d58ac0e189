import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';

/**
 * `now` is the business's time, which a simulation moves; `wall` is the time outside, for signatures and leases.
 * On AWS they are the same.
 */
export interface Clock {
  now(): Date;
  wall(): Date;
}

/** When something happened outside, by the business's clock, which a simulation may have moved away from the other. */
export const businessTime = (clock: Clock, outside: Date): Instant =>
  instantOf(new Date(clock.now().getTime() - (clock.wall().getTime() - outside.getTime())));
