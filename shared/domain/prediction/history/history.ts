import * as z from 'zod';
import { IsoMonth } from '../../values/iso-date.ts';

/** A field a source may lack: null and absent both become undefined. */
const known = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const amount = known(z.number());
const share = known(z.number().min(0).max(1));
const percent = known(z.number().min(0).max(100));

/** What happened in one calendar month, as far as it is known. */
export const HistoryMonth = z.object({
  month: IsoMonth,
  /** 0 in the month in which the renewal is decided. */
  monthsToRenewal: amount,
  metrics: known(
    z.object({
      dailyActiveUsers: amount,
      /** Distinct people, where a person may be active in two products; without it those counted above. */
      activePeople: amount,
      sessions: amount,
      optimizationRuns: amount,
      travelSavingsUsd: amount,
      tasksAutomated: amount,
      policyUpdates: amount,
      complianceReports: amount,
      hoursSaved: amount,
      costSavingsUsd: amount,
      efficiencyPct: percent,
      errorReductionPct: percent,
      satisfaction: known(z.number().min(1).max(10)),
    }),
  ),
  featureAdoption: known(z.record(z.string(), share)),
  financial: known(
    z.object({
      arrUsd: amount,
      invoiceDaysLate: amount,
      /** How long the invoice overdue longest has been so at the month's end; without it `invoiceDaysLate` counts. */
      daysOverdue: amount,
      realizedRoi: amount,
      /** Savings of the twelve months up to this one, as a share of what was promised for them. */
      savingsKept: amount,
    }),
  ),
  leadership: known(
    z.object({
      adTenureMonths: amount,
      adDepartureAnnounced: known(z.boolean()),
      sponsorEngagement: share,
      /** How firmly the people who carry the relationship stand, 0 to 1; without it the athletic director's tenure counts. */
      firmness: share,
    }),
  ),
  support: known(
    z.object({
      tickets: amount,
      integrationIncidents: amount,
      downtimeHours: amount,
      /** Of the tickets open at the month's end, by severity, category and age. */
      openBurden: amount,
    }),
  ),
  events: z
    .array(z.string())
    .nullish()
    .transform((events) => events ?? []),
  /** Only in the hospital panel: the share of patients seen in time, whose change is its outcome. */
  onTimePct: percent,
});
export type HistoryMonth = z.infer<typeof HistoryMonth>;

export const TrendLabel = z.enum(['declining', 'stable', 'improving']);
export type TrendLabel = z.infer<typeof TrendLabel>;

/**
 * How far mean satisfaction (scale 1 to 10) may move from one quarter to the next and be called stable. The labels of all simulated portfolios
 * are cut here (0.45; their description says 0.35), so this is what the shipped model foretells.
 */
export const stableWithin = 0.45;

/** What became of the client: for training and grading only, never an input of a prediction. */
export const Outcomes = z.object({
  trend: z.array(
    z.object({
      asOf: IsoMonth,
      label: TrendLabel,
      /** Satisfaction of the three months after `asOf` less that of the three up to it, free of survey noise. */
      delta: amount,
      measuredDelta: amount,
      measuredLabel: known(TrendLabel),
    }),
  ),
  churn6m: z.array(z.object({ asOf: IsoMonth, churned: z.boolean() })),
  renewals: z.array(
    z.object({
      month: IsoMonth,
      decision: z.enum(['renewed', 'expanded', 'contracted', 'churned']),
      arrBefore: amount,
      arrAfter: amount,
    }),
  ),
  churnMonth: known(IsoMonth),
  churnReason: known(z.string()),
  arr12m: known(z.array(z.object({ asOf: IsoMonth, arrNow: amount, arrIn12Months: amount }))),
});
export type Outcomes = z.infer<typeof Outcomes>;

/** One client's monthly past, oldest month first and no month missing in between; docs/history-format.md describes it. */
export const History = z.object({
  clientId: z.string().min(1),
  /** The peer group. */
  conferenceType: known(z.string()),
  division: known(z.string()),
  memberSchools: amount,
  /** Zero is unknown, as in exports of systems that know no null. */
  staffSeats: known(z.number().min(0)),
  contract: known(
    z.object({ startMonth: known(IsoMonth), termMonths: amount, fiscalYearStartMonth: known(z.int().min(1).max(12)) }),
  ),
  months: z.array(HistoryMonth).refine(isConsecutive, 'months must follow each other without a gap'),
  outcomes: known(Outcomes.partial()),
});
export type History = z.infer<typeof History>;

/** The history as it was known at the end of that month: later months and all outcomes are gone. */
export function cutAt({ outcomes: _, ...history }: History, asOf: IsoMonth): History {
  return { ...history, outcomes: undefined, months: history.months.filter(({ month }) => month <= asOf) };
}

/** Months since year 0, so that months can be counted. */
export const monthIndex = (month: IsoMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The month with that index. */
export const monthAt = (index: number): IsoMonth =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as IsoMonth;

function isConsecutive(months: readonly { month: IsoMonth }[]): boolean {
  const [first] = months;
  return first === undefined || months.every(({ month }, i) => monthIndex(month) === monthIndex(first.month) + i);
}
