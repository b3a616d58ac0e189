import type { Measure } from '../history/measures.ts';
import type { SeasonalIndex } from './season.ts';

/**
 * What each month adds to the logarithm of Flextime use in a usual conference office, July to June being its working year: low in the autumn, high in December, at its
 * peak in January (domain-facts.md, "A client's year"). Stands in until a book of clients has shown a season of its own.
 */
const flextimeYear: readonly number[] = [0.6, 0.2, -0.2, -0.2, -0.1, 0.1, 0, 0, -0.3, -0.3, -0.3, 0.5];

/** Policy and compliance work peaks in July and August (domain-facts.md, general knowledge: check before relying on it). */
const helixYear: readonly number[] = [0, 0, 0, 0, 0, 0.1, 0.3, 0.3, -0.1, -0.2, -0.2, -0.2];

const priors: Partial<Record<Measure, readonly number[]>> = {
  dailyActiveUsers: flextimeYear,
  sessions: flextimeYear,
  optimizationRuns: flextimeYear,
  complianceReports: helixYear,
};

/** The season to expect of a measure before any evidence; zero where the calendar says nothing. Sums to zero. */
export function calendarPrior(measure: Measure): SeasonalIndex {
  const year = Float64Array.from(priors[measure] ?? new Array<number>(12).fill(0));
  const mean = year.reduce((sum, value) => sum + value, 0) / 12;
  return year.map((value) => value - mean);
}
