import { Dimension } from '../../health/assessment.ts';
import { dimensionScore } from '../../health/score/score-panel.ts';
import { median } from '../statistics/robust.ts';
import type { TrendForecast } from '../trend/trend-model.ts';
import { cusum } from '../warning/cusum.ts';
import { isEarlyWarning } from '../warning/early-warning.ts';
import { oneStepErrors } from '../warning/one-step-errors.ts';
import type { GradedPoint } from './points.ts';

export interface WarningReport {
  /** How many months before leaving a client lost at its renewal was flagged, to stay; the median. Flagged: loss at least 20 % likely. */
  readonly leadTimeMonths: number;
  /** The share of lost clients that were flagged in the month before they left. */
  readonly lostSeenComing: number;
  /** The share of all months of all clients that were flagged. */
  readonly flagged: number;
  /** Warnings after which satisfaction did not decline, nor the client leave, within six months. */
  readonly falseAlarmsPerClientYear: number;
  /** The share of warnings that came true. */
  readonly precision: number;
  readonly warnings: number;
  /** The share of declines (runs of months truly labelled declining) that were warned of before or in their first two months. */
  readonly declinesWarned: number;
}

/** A point with what was said of it. */
export interface Watched {
  readonly point: GradedPoint;
  readonly trend: TrendForecast;
  /** The probability of losing the client at its next renewal. */
  readonly risk: number;
}

const leastDeviation = 4;
const monthsToComeTrue = 6;

/** Grades the early warnings of a book; `watched` is in order of time, and only its points from `fromMonth` on are graded. */
export function gradeWarnings(watched: readonly Watched[], fromMonth: number): WarningReport {
  const leads: number[] = [];
  const warnings: boolean[] = [];
  const declines: boolean[] = [];
  let months = 0;
  for (const own of Map.groupBy(watched, ({ point }) => point.client).values()) {
    if (own.some(({ point }) => point.truth.churned6m && point.truth.lostAtRenewal)) leads.push(monthsFlagged(own));
    const warned = warnedMonths(own);
    const graded = own.map(({ point }) => point.age >= fromMonth && point.truth.trend !== undefined);
    months += graded.filter(Boolean).length;
    for (const [t, isGraded] of graded.entries()) {
      if (!isGraded) continue;
      if (warned[t] && !warned[t - 1]) warnings.push(cameTrue(own, t));
      if (isDecline(own[t]) && !isDecline(own[t - 1]))
        declines.push(warned.slice(Math.max(0, t - 3), t + 2).some(Boolean));
    }
  }
  const right = warnings.filter(Boolean).length;
  return {
    leadTimeMonths: median(leads),
    lostSeenComing: leads.filter((lead) => lead > 0).length / leads.length,
    flagged: watched.filter(isFlagged).length / watched.length,
    falseAlarmsPerClientYear: (warnings.length - right) / (months / 12),
    precision: right / warnings.length,
    warnings: warnings.length,
    declinesWarned: declines.filter(Boolean).length / declines.length,
  };
}

const isDecline = (watched: Watched | undefined) => watched?.point.truth.trend === 'declining';

/** Whether a warning stands in each month; one that pauses for a month or two is the same warning. */
function warnedMonths(own: readonly Watched[]): boolean[] {
  const falling = own.map(() => false);
  for (const dimension of Dimension.options) {
    const readings = own.map(({ point }) => dimensionScore(point.health, dimension) ?? Number.NaN);
    for (const [t, { alarm }] of cusum(oneStepErrors(readings, leastDeviation)).entries())
      if (alarm === 'falling') falling[t] = true;
  }
  const raised = own.map(({ trend }, t) => isEarlyWarning(falling[t] ?? false, trend));
  return raised.map((_, t) => raised.slice(Math.max(0, t - 2), t + 1).some(Boolean));
}

/** Whether satisfaction declined, or had just begun to, or the client left, in the half year after the warning. */
const cameTrue = (own: readonly Watched[], t: number) =>
  own
    .slice(Math.max(0, t - 1), t + monthsToComeTrue + 1)
    .some(({ point }) => point.truth.trend === 'declining' || point.truth.churned6m === true);

/** About twice the loss that is usual at a renewal. */
const isFlagged = ({ risk }: Watched) => risk >= 0.2;

function monthsFlagged(own: readonly Watched[]): number {
  // The month of leaving itself says nothing any more.
  const before = own.filter(({ point }) => point.truth.churned6m !== undefined);
  return before.length - 1 - before.findLastIndex((watched) => !isFlagged(watched));
}
