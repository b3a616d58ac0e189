import type { Panel } from '../../prediction/history/panel.ts';
import { along } from '../curve.ts';
import type { Metric } from './metrics.ts';
import { monthsRemembered } from './score-metric.ts';

/** What a source says for a metric it has, beside its values. */
export interface Grounds {
  /** 0 to 1: how much of what we would like to know it knows, and how recently. */
  readonly confidence: number;
  /** 0 to 1: what is left of the score, less than 1 when a product that used to report fell silent. */
  readonly left: number;
}

/** Asked of each metric; undefined for one this client cannot have, such as one of a product it does not pay for. */
export type GroundsOf = (metric: Metric) => Grounds | undefined;

/** Silence of a product beyond its usual gap between reports, in days. Christmas alone is 14 quiet days. */
const silence = {
  left: { x: [14, 30, 60, 90, 180], y: [1, 0.75, 0.4, 0.15, 0] },
  confidence: { x: [14, 45, 90, 180], y: [1, 0.6, 0.3, 0.1] },
} as const;

/** What a silence of so many days beyond the usual gap leaves of a metric. */
export const afterSilence = (overdueDays: number): Grounds => ({
  confidence: along(silence.confidence, overdueDays),
  left: along(silence.left, overdueDays),
});

/** The grounds of a monthly history: every metric is expected of everyone, and a value fades with the months since it was known. */
export const groundsOfHistory =
  ({ columns }: Pick<Panel, 'columns'>): GroundsOf =>
  ({ measure, product }) => {
    const age = monthsSinceKnown(columns[measure]);
    // A single month may be missing in any record.
    if (product) return afterSilence(Math.max(0, age - 1) * 30);
    return { confidence: Math.max(0, Math.min(1, (monthsRemembered - age) / (monthsRemembered - 1))), left: 1 };
  };

function monthsSinceKnown(column: Float64Array): number {
  let age = 0;
  while (age < column.length && Number.isNaN(column[column.length - 1 - age] ?? Number.NaN)) age += 1;
  return age === column.length ? Number.POSITIVE_INFINITY : age;
}
