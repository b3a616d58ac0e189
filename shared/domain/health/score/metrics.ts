import type { Product } from '../../clients/client.ts';
import type { Measure } from '../../prediction/history/measures.ts';
import type { Dimension } from '../assessment.ts';
import type { Curve } from '../curve.ts';

/** How the level of a measure becomes 0 to 100: against what is usual, or along a curve of its own. */
type Yardstick =
  | {
      readonly against: 'usual';
      /** Months are never taken to lie closer together than this, in the measure's own units (mostly logarithms). */
      readonly leastSpread: number;
      /** What to expect where neither the client's past nor its peers say anything. */
      readonly otherwise?: number;
    }
  | { readonly against: 'curve'; readonly curve: Curve };

/** One thing a dimension looks at: the same for a client with daily facts and for one with a monthly history. */
export interface Metric {
  readonly measure: Measure;
  readonly label: string;
  /** What it weighs within its dimension; the weights of a dimension sum to 1. */
  readonly weight: number;
  /** What a month weighs against the one before it is 1 to 1 - `smoothing`: 1 looks at the newest month only, 0 at all twelve alike. */
  readonly smoothing: number;
  readonly yardstick: Yardstick;
  /** The product that reports it: expected of its clients only, and a silence of the product counts against it. */
  readonly product?: Product | 'any';
}

/** Usage may move by so much (a logarithm) about its level: 0.22 to 0.35 in the simulated portfolios. */
const usual = (leastSpread: number, otherwise?: number): Yardstick => ({
  against: 'usual',
  leastSpread,
  ...(otherwise === undefined ? {} : { otherwise }),
});
const curve = (x: readonly number[], y: readonly number[]): Yardstick => ({ against: 'curve', curve: { x, y } });

/** By days late; 5 is the median and 28 the ninetieth percentile of the simulated portfolios. Universities pay by the month. */
const byDaysLate = curve([0, 5, 15, 30, 60, 120], [100, 93, 80, 55, 25, 0]);

/**
 * Share of seats active in one product on a usual day, where we know nothing else. Simulated portfolios have a median of 0.53
 * in all products together; daily to monthly users of business software are said to lie at 0.2 to 0.4.
 */
const usualShareOfSeats = Math.log(0.3);

/** Work of the month counts most at once: the quiet of one January must be seen in January. */
const atWork = 0.9;

/**
 * Everything the score looks at. Measures that move together share their vote: in usage people, work done, and what it
 * brought count a quarter, half and a quarter (health-model.md, 3). Weights and curves are judgements where no source is named.
 */
export const metrics: Readonly<Record<Dimension, readonly Metric[]>> = {
  usage: [
    {
      measure: 'dailyActiveUsers',
      label: 'Daily active users',
      weight: 0.25,
      smoothing: atWork,
      yardstick: usual(0.25, usualShareOfSeats),
      product: 'any',
    },
    {
      measure: 'sessions',
      label: 'Scheduling sessions',
      weight: 0.1,
      smoothing: atWork,
      yardstick: usual(0.25),
      product: 'flextime',
    },
    {
      measure: 'optimizationRuns',
      label: 'Optimisation runs',
      weight: 0.15,
      smoothing: atWork,
      yardstick: usual(0.3),
      product: 'flextime',
    },
    {
      measure: 'travelSavings',
      label: 'Travel savings',
      weight: 0.15,
      smoothing: atWork,
      yardstick: usual(0.35),
      product: 'flextime',
    },
    {
      measure: 'tasksAutomated',
      label: 'Tasks automated',
      weight: 0.15,
      smoothing: atWork,
      yardstick: usual(0.25),
      product: 'heliix',
    },
    {
      measure: 'complianceReports',
      label: 'Compliance reports',
      weight: 0.05,
      smoothing: atWork,
      yardstick: usual(0.4),
      product: 'heliix',
    },
    {
      measure: 'policyUpdates',
      label: 'Policy updates',
      weight: 0.05,
      smoothing: atWork,
      yardstick: usual(0.4),
      product: 'heliix',
    },
    {
      measure: 'hoursSaved',
      label: 'Hours saved',
      weight: 0.1,
      smoothing: atWork,
      yardstick: usual(0.3),
      product: 'heliix',
    },
  ],
  satisfaction: [
    {
      measure: 'satisfaction',
      label: 'Survey answers',
      weight: 0.7,
      smoothing: 0.35,
      yardstick: curve([1, 10], [0, 100]),
    },
    {
      measure: 'ticketBurden',
      label: 'Open tickets',
      weight: 0.3,
      smoothing: 1,
      yardstick: curve([0, 2, 6, 12, 25], [100, 85, 50, 20, 0]),
    },
  ],
  adoption: [
    // The goal is 0.9 (mission.md); the simulated median is 0.74.
    {
      measure: 'adoption',
      label: 'Features in use',
      weight: 0.6,
      smoothing: 0.5,
      yardstick: curve([0, 0.3, 0.5, 0.75, 0.9, 1], [0, 30, 55, 82, 97, 100]),
    },
    // Over a year, so that the calendar does not move it.
    {
      measure: 'activeSeats',
      label: 'Active seats',
      weight: 0.4,
      smoothing: 0,
      yardstick: curve([0, 0.1, 0.25, 0.4, 0.55, 0.75], [0, 35, 65, 85, 95, 100]),
    },
  ],
  financial: [
    { measure: 'daysOverdue', label: 'Overdue invoices', weight: 0.3, smoothing: 1, yardstick: byDaysLate },
    { measure: 'daysLate', label: 'Paying on time', weight: 0.2, smoothing: 0, yardstick: byDaysLate },
    {
      measure: 'savingsKept',
      label: 'Savings promised',
      weight: 0.15,
      smoothing: 1,
      yardstick: curve([0, 0.5, 0.8, 1, 1.3], [0, 40, 70, 90, 100]),
    },
    {
      measure: 'realizedRoi',
      label: 'Return on the contract',
      weight: 0.15,
      smoothing: 0.5,
      yardstick: curve([0, 0.5, 1, 1.5, 2.5, 5], [0, 35, 55, 70, 85, 100]),
    },
    { measure: 'efficiency', label: 'Staff efficiency', weight: 0.1, smoothing: 0.5, yardstick: usual(6) },
    { measure: 'errorReduction', label: 'Errors avoided', weight: 0.1, smoothing: 0.5, yardstick: usual(6) },
  ],
  leadership: [
    { measure: 'leaders', label: 'People in office', weight: 0.6, smoothing: 1, yardstick: curve([0, 1], [0, 100]) },
    {
      measure: 'sponsorEngagement',
      label: 'Engagement of the sponsor',
      weight: 0.4,
      smoothing: 0.5,
      yardstick: curve([0, 1], [0, 100]),
    },
  ],
};
