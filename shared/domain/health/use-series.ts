import type { Product } from '../clients/client.ts';
import type { MonthOfUse } from './history.ts';
import { type MetricRule, usageRule } from './model.ts';
import { median, medianDeviation } from './statistics.ts';

/** What a metric came to in a month: a level by the day, a flow in 30 days, money in dollars in 30 days. */
export function amountOf({ metric, kind }: MetricRule, product: Product, month: MonthOfUse): number | undefined {
  const tally = month.products[product]?.metrics[metric];
  if (!tally) return undefined;
  return { level: tally.daily, flow: tally.daily * 30, money: (tally.daily * 30) / 100 }[kind];
}

/** Use is compared by ratios: ln(x + 0.5), which is defined at zero (health-model.md, 1). */
export const toLog = (amount: number): number => Math.log(amount + 0.5);
export const fromLog = (log: number): number => Math.max(0, Math.exp(log) - 0.5);

export interface Usual {
  readonly log: number;
  /** Standard deviation of one month about it. */
  readonly noise: number;
}

/**
 * What is usual, given log amounts of past months and, where there is one, a norm to start from: the median, blended with
 * the norm by n / (n + 6); the noise from the median deviation in the same way. Undefined with too few months and no norm.
 */
export function usualOf(past: readonly number[], norm: number | undefined): Usual | undefined {
  const own = median(past);
  const trust = past.length / (past.length + usageRule.monthsToTrustOwn);
  const ownNoise = 1.4826 * (medianDeviation(past) ?? 0);
  const noise = Math.sqrt(trust * ownNoise ** 2 + (1 - trust) * usageRule.noise ** 2);
  if (norm === undefined)
    return own === undefined || past.length < usageRule.fewestMonths ? undefined : { log: own, noise };
  return { log: trust * (own ?? norm) + (1 - trust) * norm, noise };
}
