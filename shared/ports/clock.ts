/**
 * `now` is the business's time, which a simulation moves; `wall` is the time outside, for signatures and leases.
 * On AWS they are the same.
 */
export interface Clock {
  now(): Date;
  wall(): Date;
}
