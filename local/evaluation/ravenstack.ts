import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { History, monthAt, monthIndex } from '#shared/domain/prediction/history/history.ts';
import type { IsoMonth } from '#shared/domain/values/iso-date.ts';

const Month = z.string().transform((date) => monthIndex(date.slice(0, 7) as IsoMonth));
const Count = z.coerce.number();
const Account = z.object({ account_id: z.string(), industry: z.string(), signup_date: Month, seats: Count });
const Subscription = z.object({
  subscription_id: z.string(),
  account_id: z.string(),
  start_date: Month,
  end_date: z.string(),
  arr_amount: Count,
});
const Use = z.object({
  subscription_id: z.string(),
  usage_date: Month,
  usage_count: Count,
  usage_duration_secs: Count,
});
const Ticket = z.object({ account_id: z.string(), submitted_at: Month, satisfaction_score: z.string() });
const Churn = z.object({ account_id: z.string(), churn_date: Month });

const lastMonth = monthIndex('2024-12' as IsoMonth);

/**
 * The negative control (River @ Rivalytics): invented accounts whose churn has nothing to do with what they do. Reads the five
 * CSV files of `folder` into histories that end in the month of the first churn, with `churn6m` outcomes.
 */
export function ravenstackHistories(folder: string): History[] {
  const read = <T extends z.ZodType>(name: string, row: T): z.infer<T>[] =>
    z.array(row).parse(parse(readFileSync(`${folder}/ravenstack_${name}.csv`), { columns: true, bom: true }));
  const subscriptions = read('subscriptions', Subscription);
  const accountOf = new Map(subscriptions.map(({ subscription_id, account_id }) => [subscription_id, account_id]));
  const uses = Map.groupBy(read('feature_usage', Use), (use) => accountOf.get(use.subscription_id));
  const tickets = Map.groupBy(read('support_tickets', Ticket), ({ account_id }) => account_id);
  const contracts = Map.groupBy(subscriptions, ({ account_id }) => account_id);
  const churns = Map.groupBy(read('churn_events', Churn), ({ account_id }) => account_id);
  return read('accounts', Account).map((account) => {
    const left = Math.min(...(churns.get(account.account_id) ?? []).map(({ churn_date }) => churn_date));
    const last = Math.min(lastMonth, left);
    const months = range(account.signup_date, last).map((month) => ({
      month: monthAt(month),
      ...useOf((uses.get(account.account_id) ?? []).filter(({ usage_date }) => usage_date === month)),
      ...supportOf((tickets.get(account.account_id) ?? []).filter(({ submitted_at }) => submitted_at === month)),
      financial: { arrUsd: arrIn(contracts.get(account.account_id) ?? [], month) },
    }));
    return History.parse({
      clientId: account.account_id,
      conferenceType: account.industry,
      staffSeats: account.seats,
      months: months.map(({ satisfaction, ...month }) => ({ ...month, metrics: { ...month.metrics, satisfaction } })),
      outcomes: {
        churn6m: range(account.signup_date, last)
          .filter((month) => month < left && month + 6 <= lastMonth)
          .map((month) => ({ asOf: monthAt(month), churned: left <= month + 6 })),
      },
    });
  });
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const useOf = (uses: readonly z.infer<typeof Use>[]) => ({
  metrics: {
    sessions: sum(uses.map(({ usage_count }) => usage_count)),
    tasksAutomated: uses.length,
    hoursSaved: sum(uses.map(({ usage_duration_secs }) => usage_duration_secs)) / 3600,
  },
});

/** Satisfaction is given from 1 to 5 and stretched to 1 to 10. */
function supportOf(tickets: readonly z.infer<typeof Ticket>[]) {
  const scores = tickets.flatMap(({ satisfaction_score: score }) => (score === '' ? [] : [Number(score)]));
  const satisfaction = scores.length === 0 ? undefined : 1 + (9 * (sum(scores) / scores.length - 1)) / 4;
  return { support: { tickets: tickets.length }, satisfaction };
}

const arrIn = (subscriptions: readonly z.infer<typeof Subscription>[], month: number) =>
  sum(
    subscriptions
      .filter(({ start_date, end_date }) => start_date <= month && (end_date === '' || Month.parse(end_date) >= month))
      .map(({ arr_amount }) => arr_amount),
  );
