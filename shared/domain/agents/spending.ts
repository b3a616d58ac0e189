import * as z from 'zod';
import { IsoDate } from '../values/iso-date.ts';
import { type Limits, runLimits, type Spent } from './limits.ts';

/** What agents spent on a day, runs under way counted as if they used all they may. */
export const Spending = z.object({
  day: IsoDate,
  runs: z.int().min(0),
  tokens: z.int().min(0),
  microDollars: z.int().min(0),
});
export type Spending = z.infer<typeof Spending>;

export interface Cap {
  readonly tokens: number;
  readonly microDollars: number;
}

/** A day's most, for one client and for all together. */
export const dailyCaps: Readonly<Record<'client' | 'all', Cap>> = {
  client: { tokens: 400_000, microDollars: 500_000 },
  all: { tokens: 4_000_000, microDollars: 5_000_000 },
};

export const nothingSpentOn = (day: IsoDate): Spending => ({ day, runs: 0, tokens: 0, microDollars: 0 });

const most = ({ tokens, microDollars }: Limits) => ({ tokens: tokens.in + tokens.out, microDollars });

/** The spending with one more run at its most; undefined when that would exceed the cap. */
export function reserved(spending: Spending, cap: Cap, limits: Limits = runLimits): Spending | undefined {
  const run = most(limits);
  const tokens = spending.tokens + run.tokens;
  const microDollars = spending.microDollars + run.microDollars;
  if (tokens > cap.tokens || microDollars > cap.microDollars) return undefined;
  return { ...spending, runs: spending.runs + 1, tokens, microDollars };
}

/** The spending once a reserved run is over: what it did not use is given back. */
export function settled(spending: Spending, spent: Spent, limits: Limits = runLimits): Spending {
  const run = most(limits);
  return {
    ...spending,
    tokens: Math.max(0, spending.tokens - run.tokens + spent.tokens.in + spent.tokens.out),
    microDollars: Math.max(0, spending.microDollars - run.microDollars + spent.microDollars),
  };
}
