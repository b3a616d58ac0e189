/**
 * The numbers of the health model `health-2`: every window, weight within a dimension, and cut-off. Where a number has no
 * source it is a judgement, to be replaced when outcomes are known. The weights of the dimensions are in `weights.ts`,
 * the floors of the bands in `band.ts`, the season in `../season/sporting-calendar.ts`.
 * A curve is read along straight lines between its points (`curve.ts`); scores are 0 to 100, times are in days.
 */
import type { Product } from '../clients/client.ts';
import type { LeadershipChange, LeadershipRole } from '../facts/leadership.ts';
import type { TicketOpening } from '../facts/ticket.ts';
import type { Feature, UsageReport } from '../facts/usage.ts';
import type { Curve } from './curve.ts';

/** Names the rules behind a score; change it whenever a change here or in the code can change a score. */
export const modelVersion = 'health-2';

/** How many months of facts a score looks at: a reference of twelve, and a year before it to learn the season from. */
export const monthsOfEvidence = 24;

/** A score needs half of what we would like to know (health-model.md, "From metrics to score", 4). */
export const enoughConfidence = 0.5;

/** The calendar may move a score by at most this factor, in hundredths so that bounds are exact (health-model.md). */
export const seasonBounds = { least: 85, most: 115 } as const;

/** Trend: points of score gained or lost in 90 days. Three is one and a half times the margin of a band. */
export const trendRule = { days: 90, points: 3, daysOfFacts: 180 } as const;

export type UsageMetric = Exclude<MetricOf<UsageReport>, 'featureAdoption'>;
type MetricOf<R> = R extends { metrics: infer M } ? keyof M : never;

export interface MetricRule {
  readonly metric: UsageMetric;
  readonly label: string;
  readonly weight: number;
  /** A level is averaged over the days; a flow, and money in dollars, also scaled to 30 days, so that months compare. */
  readonly kind: 'level' | 'flow' | 'money';
}

/** Correlated metrics share their weight: people, work done and what it brought, about a third each (health-model.md, 3). */
export const usageMetrics: Readonly<Record<Product, readonly MetricRule[]>> = {
  flextime: [
    { metric: 'dailyActiveUsers', label: 'Flextime daily active users', weight: 0.3, kind: 'level' },
    { metric: 'schedulingSessions', label: 'Scheduling sessions', weight: 0.15, kind: 'flow' },
    { metric: 'optimizationRuns', label: 'Optimisation runs', weight: 0.25, kind: 'flow' },
    { metric: 'travelSavingsCents', label: 'Travel savings', weight: 0.3, kind: 'money' },
  ],
  heliix: [
    { metric: 'dailyActiveUsers', label: 'HELiiX daily active users', weight: 0.3, kind: 'level' },
    { metric: 'tasksAutomated', label: 'Tasks automated', weight: 0.25, kind: 'flow' },
    { metric: 'complianceReports', label: 'Compliance reports', weight: 0.1, kind: 'flow' },
    { metric: 'policyUpdates', label: 'Policy updates', weight: 0.1, kind: 'flow' },
    { metric: 'hoursSaved', label: 'Hours saved', weight: 0.25, kind: 'flow' },
  ],
};

/** What the months of use keep of a product's reports. */
export const metricsOf: Readonly<Record<Product, readonly UsageMetric[]>> = {
  flextime: [...usageMetrics.flextime.map(({ metric }) => metric), 'staffEfficiencyGain', 'errorReduction'],
  heliix: [...usageMetrics.heliix.map(({ metric }) => metric), 'staffEfficiencyGain', 'errorReduction'],
};

export const usageRule = {
  /** Steepness of 100 Phi(0.85 z + q), from health-model.md. */
  steepness: 0.85,
  /**
   * q, where z = 0 scores 80: use as usual is "good" (75 and more) and no more; "excellent" is earned by growth, or by
   * reaching more of the seats than `usualShareOfSeats`. health-model.md puts the peer median at 70; without peers the
   * comparison is with the client's own past, which a healthy client merely equals.
   */
  asUsual: 0.8416,
  /**
   * Share of seats active in one product on a usual day, where we know nothing else. Simulated portfolios have a median of
   * 0.54 in all products together; daily to monthly users of business software are said to lie at 0.2 to 0.4.
   */
  usualShareOfSeats: 0.3,
  /** Standard deviation of a month's log usage about its level: 0.22 to 0.35 in the simulated portfolios. */
  noise: 0.25,
  /** The own past weighs n / (n + 6) after n months (health-model.md, 3). */
  monthsToTrustOwn: 6,
  monthsOfReference: 12,
  /** With fewer months of its own, a client's season is the calendar's, weakened in proportion (health-model.md, 2). */
  monthsOfSeason: 12,
  /** A month counts when it has this share of the usual number of reports. */
  wellReported: 0.5,
  /** A single month teaches at most this much (in log use), so that an outage is not learned as a season. */
  mostLearned: 0.9,
  /** Fewer months of its own say nothing about what is usual. */
  fewestMonths: 3,
  /** What is left of the usage score when reports are overdue this many days. Christmas alone is 14 quiet days. */
  leftWhenSilent: { x: [14, 30, 60, 90, 180], y: [1, 0.75, 0.4, 0.15, 0] },
  confidenceWhenSilent: { x: [14, 45, 90, 180], y: [1, 0.6, 0.3, 0.1] },
  /** Until two reports show the usual gap, a month between them is taken as usual. */
  unknownGap: 30,
  reportsForGap: 30,
} as const;

export const satisfactionRule = {
  surveys: 0.7,
  tickets: 0.3,
  /** A month's weight in the average of survey answers (health-model.md, 3). */
  alpha: 0.35,
  /** Surveys are quarterly at best and 25 to 35 % answer (domain-facts.md). */
  confidenceByAge: { x: [100, 200, 365, 730], y: [1, 0.7, 0.3, 0.05] },
  /** By the number of answers in the last 365 days. */
  confidenceByAnswers: { x: [0, 1, 3], y: [0.5, 0.7, 1] },
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
  scoreByBurden: { x: [0, 2, 6, 12, 25], y: [100, 85, 50, 20, 0] },
} as const;

/** Which features a product has; adoption asks for those of the products a client pays for. */
export const featuresOf: Readonly<Record<Product, readonly Feature[]>> = {
  flextime: ['scheduling', 'travel', 'analytics', 'collaboration'],
  heliix: ['compliance', 'policy', 'analytics', 'collaboration'],
};

export const adoptionRule = {
  features: 0.6,
  seats: 0.4,
  /** A feature reported longer ago than this many months is not known any more. */
  monthsKnown: 3,
  /** By the mean share of seats using each licensed feature. The goal is 0.9 (mission.md); the simulated median is 0.74. */
  scoreByFeatures: { x: [0, 0.3, 0.5, 0.75, 0.9, 1], y: [0, 30, 55, 82, 97, 100] },
  /** By the share of seats active on an average day of the year, so that the calendar does not move it. */
  scoreBySeats: { x: [0, 0.1, 0.25, 0.4, 0.55, 0.75], y: [0, 35, 65, 85, 95, 100] },
} as const;

export const financialRule = {
  overdueNow: 0.35,
  paidOnTime: 0.2,
  savings: 0.25,
  impact: 0.2,
  /** Invoices due in these days make up the habit. */
  daysOfHabit: 365,
  /** By days late; 5 is the median and 28 the ninetieth percentile of the simulated portfolios. Universities pay by the month. */
  scoreByDaysLate: { x: [0, 5, 15, 30, 60, 120], y: [100, 93, 80, 55, 25, 0] },
  confidenceByLastInvoice: { x: [400, 800], y: [1, 0.3] },
  /** By travel savings recorded in twelve months, as a share of what was promised for them. */
  scoreBySavings: { x: [0, 0.5, 0.8, 1, 1.3], y: [0, 40, 70, 90, 100] },
  fewestMonthsOfSavings: 3,
  /** Gains are measured by the office now and then; older ones are not known any more. */
  monthsOfImpact: 6,
  /** By staff efficiency gain or error reduction; Big 12 gained 0.40 of administrative time (mission.md). */
  scoreByGain: { x: [0, 0.1, 0.25, 0.4, 0.6], y: [20, 50, 75, 93, 100] },
} as const;

export const leadershipRule = {
  /** What we would like to know, as shares of the dimension's confidence. */
  known: { commissioner: 0.4, 'scheduling-associate': 0.3, 'deputy-commissioner': 0.15, 'athletic-director': 0.15 },
  /**
   * The share of the relationship that rests on one person. Shares multiply, so every loss is felt: a departing
   * commissioner alone must be able to move the band (health-model.md, 5). One or two associates own scheduling
   * (domain-facts.md), a single thread.
   */
  restsOn: { commissioner: 0.8, 'scheduling-associate': 0.6, 'deputy-commissioner': 0.35 },
  /**
   * An athletic director carries one school of many: two divided by the members, at most 0.4. One in 12 to 16 leaves
   * nearly every year (domain-facts.md), which must be felt and must not keep a large conference from "excellent".
   */
  restsOnSchools: { schools: 2, most: 0.4 },
  /** How firmly a person stands by the days since the last change: news counts at once, time heals. */
  firmness: {
    'departure-announced': { x: [0], y: [40] },
    departed: { x: [0, 180, 365], y: [10, 25, 35] },
    /** A successor is met in 30, won in 60 and working with us in 90 days (the play); settled after a full sporting year. */
    appointed: { x: [0, 30, 60, 90, 180, 365, 730], y: [40, 45, 50, 60, 75, 95, 100] },
  } satisfies Record<LeadershipChange['change'], Curve>,
} as const satisfies {
  known: Record<LeadershipRole, number>;
  restsOn: Record<Exclude<LeadershipRole, 'athletic-director'>, number>;
} & Record<string, unknown>;
