import type { Product } from '../clients/client.ts';
import type { UsageMetric } from '../health/model.ts';
import { median } from '../health/statistics.ts';
import {
  addMonths,
  firstDay,
  type IsoDate,
  type IsoMonth,
  lastDay,
  monthOf,
  monthsBetween,
} from '../values/iso-date.ts';
import { cite } from './citation.ts';
import type { TrackRecord, UsageFact } from './track-record.ts';

/** What reports say of a metric in a span of days. A report without the metric is not a zero. */
export interface Tally {
  readonly sum: number;
  readonly facts: readonly UsageFact[];
  readonly sources: string[];
}

/** A month in which fewer than this share of the usual reports arrived is not known: its sum would be too small. */
const wellReported = 0.8;
const monthsOfUsual = 6;

/** A month is figured only when it is over on the client's own calendar. */
export const isWhole = (month: IsoMonth, today: IsoDate): boolean => lastDay(month) < today;

/** The last month that is over. */
export const lastWholeMonth = (today: IsoDate): IsoMonth => addMonths(monthOf(today), -1);

/**
 * A metric in a month. Undefined, never zero, when the month is not over, nobody reported the metric, or reports are
 * missing: fewer than 80 % of what is usual (the median of up to six months before that had any).
 */
export function tallyMonth(
  record: TrackRecord,
  product: Product,
  metric: UsageMetric,
  month: IsoMonth,
): Tally | undefined {
  if (!isWhole(month, record.today)) return undefined;
  const reported = reportsWith(record, product, metric, month);
  const before = Array.from({ length: monthsOfUsual }, (_, back) => addMonths(month, -1 - back)).flatMap(
    (earlier) => reportsWith(record, product, metric, earlier).length || [],
  );
  if (reported.length === 0 || reported.length < wellReported * (median(before) ?? 0)) return undefined;
  return tallyOf(reported, product, metric);
}

/** Everything recorded of a metric from one day to another, both included; undefined when nothing was. */
export function tallySpan(
  record: TrackRecord,
  product: Product,
  metric: UsageMetric,
  { from, to }: { readonly from?: IsoDate; readonly to: IsoDate },
): Tally | undefined {
  const facts = [...record.reports[product]].flatMap(([month, reports]) =>
    lastDay(month) < (from ?? '') || firstDay(month) > to
      ? []
      : reports.filter(({ detail }) => detail.date >= (from ?? '') && detail.date <= to && has(detail.metrics, metric)),
  );
  return facts.length === 0 ? undefined : tallyOf(facts, product, metric);
}

/** Whether every month a span touches is known, so that a ratio made of its sum is not too small. */
export const allKnown = (record: TrackRecord, product: Product, metric: UsageMetric, from: IsoDate, to: IsoDate) =>
  Array.from({ length: monthsBetween(monthOf(from), monthOf(to)) + 1 }, (_, at) => addMonths(monthOf(from), at)).every(
    (month) => tallyMonth(record, product, metric, month) !== undefined,
  );

/**
 * How much one month's value differs from another's, as a share of it: 0.1 is a tenth more. Undefined when there is
 * nothing to compare with, or when so many fewer reports lie behind one that the change would be theirs.
 */
export function changeBetween(
  before: Tally | undefined,
  now: Tally | undefined,
  amountOf: (tally: Tally) => number = ({ sum }) => sum,
): number | undefined {
  if (!before || !now || amountOf(before) === 0) return undefined;
  const [fewer = 0, more = 0] = [before.facts.length, now.facts.length].sort((a, b) => a - b);
  return fewer < wellReported * more ? undefined : amountOf(now) / amountOf(before) - 1;
}

export const valueIn = ({ detail: { metrics } }: UsageFact, metric: UsageMetric): number =>
  (metrics as Partial<Record<UsageMetric, number>>)[metric] ?? 0;

const has = (metrics: object, metric: UsageMetric) => Object.hasOwn(metrics, metric);

const reportsWith = ({ reports }: TrackRecord, product: Product, metric: UsageMetric, month: IsoMonth) =>
  (reports[product].get(month) ?? []).filter(({ detail }) => has(detail.metrics, metric));

function tallyOf(facts: readonly UsageFact[], product: Product, metric: UsageMetric): Tally {
  const sum = facts.reduce((total, fact) => total + valueIn(fact, metric), 0);
  return { sum, facts, sources: cite(facts, { type: 'usage.reported', product, metric }) };
}
