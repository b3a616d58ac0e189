import { robustDeviation } from '../statistics/robust.ts';

/** How much of each new reading enters the level that the next one is compared with. */
const smoothing = 0.2;
/** A series is not judged before it has shown this many errors of its own. */
const fewestErrors = 6;
/** A scatter seen in few errors is taken to be wider by this many parts in their number: six of them easily lie close by chance. */
const unsure = 2;

/**
 * How far each reading lies from the level of those before it, in robust standard deviations of the errors up to then; NaN for a
 * missing reading and while the series is young. `leastDeviation` keeps a very quiet series from alarming at a trifle.
 */
export function oneStepErrors(readings: readonly number[], leastDeviation: number): number[] {
  let level = Number.NaN;
  const past: number[] = [];
  return readings.map((reading) => {
    if (Number.isNaN(reading)) return Number.NaN;
    if (Number.isNaN(level)) {
      level = reading;
      return Number.NaN;
    }
    const error = reading - level;
    const deviation =
      past.length < fewestErrors
        ? Number.NaN
        : Math.max(leastDeviation, robustDeviation(past) * (1 + unsure / past.length));
    level += smoothing * error;
    past.push(error);
    return error / deviation;
  });
}
