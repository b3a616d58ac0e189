/**
 * The numbers of the health model `health-3`: every window, weight within a dimension, and cut-off. Where a number has no
 * source it is a judgement, to be replaced when outcomes are known. The weights of the dimensions are in `weights.ts`,
 * the floors of the bands in `band.ts`, metrics and their curves in `score/metrics.ts`, leaders in `../leadership/firmness.ts`, the
 * season in `../season/sporting-calendar.ts`.
 * A curve is read along straight lines between its points (`curve.ts`); scores are 0 to 100, times are in days.
 */
import type { Product } from '../clients/client.ts';
import type { LeadershipRole } from '../facts/leadership.ts';
import type { TicketOpening } from '../facts/ticket.ts';
import type { Feature, UsageReport } from '../facts/usage.ts';

/** Names the rules behind a score; change it whenever a change here or in the code can change a score. */
export const modelVersion = 'health-3';

/** How many months of facts a score looks at: a reference of twelve, and a year before it to learn the season from. */
export const monthsOfEvidence = 24;

/** A score needs half of what we would like to know (health-model.md, "From metrics to score", 4). */
export const enoughConfidence = 0.5;

/** The calendar may move a score by at most this factor, in hundredths so that bounds are exact (health-model.md). */
export const seasonBounds = { least: 85, most: 115 } as const;

/** Trend: points of score gained or lost in three months. Three is one and a half times the margin of a band. */
export const trendRule = { months: 3, points: 3, daysOfFacts: 180 } as const;

export type UsageMetric = Exclude<MetricOf<UsageReport>, 'featureAdoption'>;
type MetricOf<R> = R extends { metrics: infer M } ? keyof M : never;

/** What the months of use keep of a product's reports. */
export const metricsOf: Readonly<Record<Product, readonly UsageMetric[]>> = {
  flextime: [
    'dailyActiveUsers',
    'schedulingSessions',
    'optimizationRuns',
    'travelSavingsCents',
    'staffEfficiencyGain',
    'errorReduction',
  ],
  heliix: [
    'dailyActiveUsers',
    'tasksAutomated',
    'complianceReports',
    'policyUpdates',
    'hoursSaved',
    'staffEfficiencyGain',
    'errorReduction',
  ],
};

/** How sure we are of what is recorded, 0 to 1. */
export const confidenceRule = {
  /** Surveys are quarterly at best and 25 to 35 % answer (domain-facts.md). */
  byAgeOfAnswer: { x: [100, 200, 365, 730], y: [1, 0.7, 0.3, 0.05] },
  /** By the number of answers in the last 365 days. */
  byAnswers: { x: [0, 1, 3], y: [0.5, 0.7, 1] },
  /** A feature reported longer ago than this is not known any more. */
  monthsOfFeatures: 3,
  byAgeOfInvoice: { x: [400, 800], y: [1, 0.3] },
  /** Whom we would like to know. */
  byRole: {
    commissioner: 0.4,
    'scheduling-associate': 0.3,
    'deputy-commissioner': 0.15,
    'athletic-director': 0.15,
  } satisfies Record<LeadershipRole, number>,
} as const;

/** An open ticket's burden is severity x category x age; resolved ones are no burden. mission.md: integration problems compound. */
export const ticketRule = {
  severity: { low: 0.5, normal: 1, high: 2.5, critical: 6 } satisfies Record<TicketOpening['severity'], number>,
  category: { question: 0.7, training: 0.7, other: 1, defect: 1, integration: 1.5, outage: 1.5 } satisfies Record<
    TicketOpening['category'],
    number
  >,
  /** The promise is a day (mission.md: 95 % within 24 hours). */
  age: { x: [1, 7, 30, 90], y: [1, 1.5, 2.5, 3] },
} as const;

/** Which features a product has; adoption asks for those of the products a client pays for. */
export const featuresOf: Readonly<Record<Product, readonly Feature[]>> = {
  flextime: ['scheduling', 'travel', 'analytics', 'collaboration'],
  heliix: ['compliance', 'policy', 'analytics', 'collaboration'],
};
