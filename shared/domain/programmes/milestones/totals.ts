import type { Product } from '../../clients/client.ts';
import { cite } from '../../figures/citation.ts';
import type { Milestone } from '../../figures/milestone-facts.ts';
import { rounded } from '../../figures/stated.ts';
import { tallySpan, valueIn } from '../../figures/tally.ts';
import type { TrackRecord } from '../../figures/track-record.ts';
import type { UsageMetric } from '../../health/model.ts';
import { sayAmount } from './words.ts';

interface Total {
  readonly key: 'savings' | 'hours';
  readonly product: Product;
  readonly metric: UsageMetric;
  /** The metric in the unit of the marks. */
  readonly unit: number;
  readonly of: 'money' | 'hours';
  readonly says: string;
}

export const savingsTotal: Total = {
  key: 'savings',
  product: 'flextime',
  metric: 'travelSavingsCents',
  unit: 100,
  of: 'money',
  says: 'dollars in travel savings',
};

export const hoursTotal: Total = {
  key: 'hours',
  product: 'heliix',
  metric: 'hoursSaved',
  unit: 1,
  of: 'hours',
  says: 'staff hours saved',
};

/**
 * The marks that the sum of everything recorded has passed, each on the day of the report that did it. Of marks passed by
 * one report only the highest, since one congratulation is enough.
 */
export function totalsReached(record: TrackRecord, total: Total, marks: readonly number[]): Milestone[] {
  const { key, product, metric, unit, of, says } = total;
  const facts = tallySpan(record, product, metric, { to: record.today })?.facts ?? [];
  const reached: Milestone[] = [];
  let [sum, next] = [0, 0];
  facts.forEach((fact, at) => {
    sum = rounded(sum + valueIn(fact, metric), 4);
    const passed = marks.filter((mark, place) => place >= next && mark * unit <= sum);
    const amount = passed.at(-1);
    if (amount === undefined) return;
    next += passed.length;
    reached.push({
      key: `${key}-${amount}`,
      name: `${sayAmount(amount)} ${says}`,
      reached: fact.detail.date,
      value: { of, amount },
      sources: cite(facts.slice(0, at + 1), { type: 'usage.reported', product, metric }),
    });
  });
  return reached;
}
