import { directorFirmness } from '../../leadership/firmness.ts';
import type { HistoryMonth } from './history.ts';

/** How a measure is read from a month and prepared: counts and money by logarithm, the rest as it is. */
export interface MeasureDefinition {
  readonly read: (month: HistoryMonth) => number | undefined;
  readonly scale: 'log per seat' | 'log' | 'linear' | 'per seat';
  /** Months of the client's own evidence that weigh as much as its peers' season; absent: not seasonal. */
  readonly seasonShrinkage?: number;
  /** Whether an event, such as a realignment, can multiply it for weeks: scheduling, and what it saves. */
  readonly surges?: boolean;
}

const usageShrinkage = 2;
const surveyShrinkage = 6;

const usage = (read: MeasureDefinition['read']): MeasureDefinition => ({
  read,
  scale: 'log per seat',
  seasonShrinkage: usageShrinkage,
});
const plain = (read: MeasureDefinition['read']): MeasureDefinition => ({ read, scale: 'linear' });

/** Everything the score and the models look at, by name. */
export const measures = {
  dailyActiveUsers: usage((m) => m.metrics?.dailyActiveUsers),
  sessions: { ...usage((m) => m.metrics?.sessions), surges: true },
  optimizationRuns: { ...usage((m) => m.metrics?.optimizationRuns), surges: true },
  tasksAutomated: usage((m) => m.metrics?.tasksAutomated),
  complianceReports: usage((m) => m.metrics?.complianceReports),
  satisfaction: { ...plain((m) => m.metrics?.satisfaction), seasonShrinkage: surveyShrinkage },
  efficiency: plain((m) => m.metrics?.efficiencyPct),
  errorReduction: plain((m) => m.metrics?.errorReductionPct),
  adoption: plain((m) => meanOf(Object.values(m.featureAdoption ?? {}))),
  daysLate: plain((m) => m.financial?.invoiceDaysLate),
  realizedRoi: plain((m) => m.financial?.realizedRoi),
  sponsorEngagement: plain((m) => m.leadership?.sponsorEngagement),
  directorTenure: { ...plain((m) => m.leadership?.adTenureMonths), scale: 'log' },
  departureAnnounced: plain((m) => flag(m.leadership?.adDepartureAnnounced)),
  tickets: plain((m) => m.support?.tickets),
  monthsToRenewal: plain((m) => m.monthsToRenewal),
  travelSavings: { ...usage((m) => m.metrics?.travelSavingsUsd), surges: true },
  policyUpdates: usage((m) => m.metrics?.policyUpdates),
  hoursSaved: usage((m) => m.metrics?.hoursSaved),
  activeSeats: { ...plain((m) => m.metrics?.activePeople ?? m.metrics?.dailyActiveUsers), scale: 'per seat' },
  ticketBurden: plain((m) => m.support?.openBurden),
  daysOverdue: plain((m) => m.financial?.daysOverdue ?? m.financial?.invoiceDaysLate),
  savingsKept: plain((m) => m.financial?.savingsKept),
  leaders: plain((m) => m.leadership?.firmness ?? directorFirmness(m.leadership)),
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as readonly Measure[];

const flag = (value: boolean | undefined) => (value === undefined ? undefined : Number(value));

function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const present = values.filter((value) => value !== undefined);
  return present.length === 0 ? undefined : present.reduce((sum, value) => sum + value, 0) / present.length;
}
