import type { Product } from '../clients/client.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import type { UsageMetric } from '../health/model.ts';
import { productNames } from '../health/wording.ts';
import { addMonths, type IsoMonth } from '../values/iso-date.ts';
import { sayMonthAndYear, share, stated } from './stated.ts';
import { changeBetween, type Tally, tallyMonth, valueIn } from './tally.ts';
import type { TrackRecord } from './track-record.ts';

interface Counted {
  readonly id: string;
  readonly product: Product;
  readonly metric: UsageMetric;
  readonly says: string;
  /** Whether its change is told too. */
  readonly change?: true;
}

const counted: readonly Counted[] = [
  { id: 'sessions', product: 'flextime', metric: 'schedulingSessions', says: 'Scheduling sessions', change: true },
  { id: 'optimisations', product: 'flextime', metric: 'optimizationRuns', says: 'Optimization runs' },
  { id: 'tasks', product: 'heliix', metric: 'tasksAutomated', says: 'Tasks automated', change: true },
  { id: 'policies', product: 'heliix', metric: 'policyUpdates', says: 'Policy updates' },
  { id: 'compliance', product: 'heliix', metric: 'complianceReports', says: 'Compliance reports' },
];

/** What was done with the products in the month, and how many people did it on an average day. */
export const usageFigures = (record: TrackRecord, month: IsoMonth): GroundedFact[] => [
  ...counted.flatMap((what) => count(record, month, what)),
  ...people(record, month),
];

function count(record: TrackRecord, month: IsoMonth, { id, product, metric, says, change }: Counted): GroundedFact[] {
  const now = tallyMonth(record, product, metric, month);
  if (!now) return [];
  const when = sayMonthAndYear(month);
  const before = change && tallyMonth(record, product, metric, addMonths(month, -1));
  return [
    stated(`${id}.month`, `${says} in ${when}`, now.sources, { kind: 'count', value: now.sum }),
    ...share(
      `${id}.change`,
      `Change of ${says.toLowerCase()} from the month before to ${when}`,
      [...(before?.sources ?? []), ...now.sources],
      changeBetween(before, now),
    ),
  ];
}

/** Daily active users of Flextime or, at an office without it, of HELiiX: the same people may use both. */
function people(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  const product = (['flextime', 'heliix'] as const).find((one) => tallyMonth(record, one, metric, month));
  const now = product && tallyMonth(record, product, metric, month);
  if (!now) return [];
  const before = tallyMonth(record, product, metric, addMonths(month, -1));
  const says = `${productNames[product]} users active on an average day of ${sayMonthAndYear(month)}`;
  return [
    stated('users.product', 'What they were active in', now.sources, { kind: 'name', text: productNames[product] }),
    stated('users.day', says, now.sources, { kind: 'count', value: Math.round(meanOfWeekdays(now)) }),
    ...share(
      'users.change',
      `Change of ${says} from the month before`,
      [...(before?.sources ?? []), ...now.sources],
      changeBetween(before, now, meanOfWeekdays),
    ),
  ];
}

const metric: UsageMetric = 'dailyActiveUsers';

/** Of each weekday first, then over the weekdays: a month has eight to ten quiet weekend days depending on where it begins. */
function meanOfWeekdays({ facts }: Tally): number {
  const byWeekday = Map.groupBy(facts, ({ detail }) => new Date(detail.date).getUTCDay());
  return mean([...byWeekday.values()].map((days) => mean(days.map((fact) => valueIn(fact, metric)))));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
