import type { Dimension } from '../../health/assessment.ts';
import type { Measure } from '../history/measures.ts';

/** How a measure becomes 0 to 100: against its usual level, or by a rule of its own. */
type Yardstick =
  | { readonly against: 'reference'; readonly leastSpread: number }
  | { readonly against: 'rule'; readonly score: (level: number) => number };

export interface Part {
  readonly measure: Measure;
  readonly weight: number;
  /** How much of each new month enters the level, 0 to 1; 1 takes the newest month as it is. */
  readonly smoothing: number;
  readonly yardstick: Yardstick;
}

const usual = (measure: Measure, weight: number, leastSpread: number): Part => ({
  measure,
  weight,
  smoothing: 0.5,
  yardstick: { against: 'reference', leastSpread },
});
const ruled = (measure: Measure, weight: number, smoothing: number, score: (level: number) => number): Part => ({
  measure,
  weight,
  smoothing,
  yardstick: { against: 'rule', score },
});
const within = (value: number) => Math.max(0, Math.min(100, value));

/**
 * What each dimension is made of. Weights sum to 1 within a dimension; measures that move together (users and sessions) share one vote.
 * Business impact (return, efficiency, errors) is part of the financial dimension (health-model.md, "From metrics to score", 6).
 */
export const dimensionParts: Readonly<Record<Dimension, readonly Part[]>> = {
  usage: [
    usual('dailyActiveUsers', 0.2, 0.25),
    usual('sessions', 0.2, 0.25),
    usual('optimizationRuns', 0.2, 0.3),
    usual('tasksAutomated', 0.3, 0.25),
    usual('complianceReports', 0.1, 0.4),
  ],
  satisfaction: [ruled('satisfaction', 1, 0.35, (level) => within((100 * (level - 1)) / 9))],
  adoption: [usual('adoption', 1, 0.08)],
  financial: [
    ruled('daysLate', 0.4, 0.5, (days) => within(100 - (100 * Math.max(0, days)) / 60)),
    usual('realizedRoi', 0.3, 0.15),
    usual('efficiency', 0.15, 6),
    usual('errorReduction', 0.15, 6),
  ],
  leadership: [
    ruled('sponsorEngagement', 0.5, 0.5, (share) => within(100 * share)),
    ruled('directorTenure', 0.3, 1, (logMonths) => within(30 + 60 * (1 - Math.exp(-Math.exp(logMonths) / 9)))),
    ruled('departureAnnounced', 0.2, 1, (announced) => within(90 - 80 * announced)),
  ],
};
