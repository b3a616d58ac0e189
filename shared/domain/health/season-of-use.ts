import type { Product } from '../clients/client.ts';
import type { Measure } from '../prediction/history/measures.ts';
import { type LearnedSeasons, seasonOf } from '../prediction/live/learned-seasons.ts';
import {
  type Deviation,
  type Expectation,
  expectationFor,
  indexFromCalendar,
  learnSeason,
  mainMonth,
  type SeasonalIndex,
} from '../season/seasonal-index.ts';
import { calendarOf } from '../season/sporting-calendar.ts';
import { type Dossier, productsOf } from './dossier.ts';
import type { MonthOfUse } from './history.ts';
import { usageMetrics, usageRule } from './model.ts';
import { median } from './statistics.ts';
import { amountOf, toLog } from './use-series.ts';
import { productNames, sayCount, sayMonth, sayShare } from './wording.ts';

/** One product's use at a client: the month being read, those before it, and the season they are read against. */
export interface SeasonedUse {
  readonly product: Product;
  /** The latest month with reports. The season is learned only from `past`, so this month never excuses itself. */
  readonly latest: SeasonedMonth;
  /** The months before it that were well reported, the latest first. */
  readonly past: readonly SeasonedMonth[];
  readonly season: SeasonalIndex;
  /** 0 to 1: how far the calendar counts while the client's own history is short. */
  readonly trust: number;
}

interface SeasonedMonth extends MonthOfUse {
  readonly expected: Expectation;
}

/**
 * The products in use, each with its season: what was learned from all clients together, or else the sporting calendar's,
 * moved toward what this client did in past years.
 */
export const seasonedUse = (dossier: Dossier, learned?: LearnedSeasons): SeasonedUse[] =>
  productsOf(dossier).flatMap((product) => {
    const from = dossier.months.findIndex(({ products }) => products[product]);
    if (from < 0) return [];
    const prior = priorOf(dossier, product, learned);
    const earlier = wellReported(product, dossier.months.slice(from + 1));
    const trust = Math.min(1, earlier.length / usageRule.monthsOfSeason);
    const season =
      trust === 1
        ? learnSeason(prior, deviations(product, earlier, prior), usageRule.noise)
        : prior.map(({ log, spread }) => ({ log: trust * log, spread }));
    const [latest, ...past] = [...dossier.months.slice(from, from + 1), ...earlier].map((month) => ({
      ...month,
      expected: expectationFor(season, month),
    }));
    return latest ? [{ product, latest, past, season, trust }] : [];
  });

/** How far offices of a kind lie apart in a month stays the calendar's word: pooling tells their mean. */
function priorOf({ client }: Dossier, product: Product, learned: LearnedSeasons | undefined): SeasonalIndex {
  const calendar = indexFromCalendar(calendarOf(client, product));
  const peers = measuresOf[product].flatMap((measure) => (learned && seasonOf(learned, measure, client.type)) ?? []);
  if (peers.length === 0) return calendar;
  return calendar.map(({ spread }, month) => ({ log: mean(peers.filter((_, at) => at % 12 === month)), spread }));
}

/** The measures whose seasons are a product's own. */
const measuresOf: Readonly<Record<Product, readonly Measure[]>> = {
  flextime: ['sessions', 'optimizationRuns'],
  heliix: ['tasksAutomated', 'complianceReports'],
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Months with at least half the usual number of reports: a first month of two Sundays says nothing of a season. */
function wellReported(product: Product, months: readonly MonthOfUse[]): MonthOfUse[] {
  const reportsIn = ({ products }: MonthOfUse) => products[product]?.reports ?? 0;
  const usual = median(months.map(reportsIn).filter((reports) => reports > 0)) ?? 0;
  return months.filter((month) => reportsIn(month) > 0 && reportsIn(month) >= usageRule.wellReported * usual);
}

/** How far each month lay from the level of the eleven months around it, beyond what the calendar expects. */
function deviations(product: Product, months: readonly MonthOfUse[], prior: SeasonalIndex): Deviation[] {
  const index = indexOfUse(product, months);
  const seen = months.flatMap((span, at) => {
    const log = index[at];
    return log === undefined ? [] : [{ span, log: log - expectationFor(prior, span).log }];
  });
  const bound = usageRule.mostLearned;
  return seen.map(({ span, log }, at) => {
    const level = median(seen.slice(Math.max(0, at - 5), at + 6).map((near) => near.log)) ?? log;
    return { span, log: Math.max(-bound, Math.min(bound, log - level)) };
  });
}

/** The use of a product in each month as one figure: the mean log of its metrics, each against its own median. */
function indexOfUse(product: Product, months: readonly MonthOfUse[]): (number | undefined)[] {
  const series = usageMetrics[product].map((rule) => {
    const logs = months.map((month) => {
      const amount = amountOf(rule, product, month);
      return amount === undefined ? undefined : toLog(amount);
    });
    const usual = median(logs.filter((log) => log !== undefined)) ?? 0;
    return logs.map((log) => (log === undefined ? undefined : log - usual));
  });
  return months.map((_, at) => {
    const logs = series.flatMap((of) => of[at] ?? []);
    return logs.length === 0 ? undefined : logs.reduce((sum, log) => sum + log, 0) / logs.length;
  });
}

/** The season in words, for example "January: Flextime usage is read against 1.6 x a usual month (football schedules ...)". */
export function saySeason(uses: readonly SeasonedUse[], { client, months }: Dossier): string {
  const span = months[0];
  if (!span || uses.length === 0) return 'No usage is reported, so there is no season to allow for';
  const lines = uses.map(({ product, season }) => {
    const times = Math.exp(expectationFor(season, span).log).toFixed(2);
    const because = calendarOf(client, product)[mainMonth(span)]?.because;
    return `${productNames[product]} usage is read against ${times} x a usual month (${because})`;
  });
  const { trust, past } = uses.reduce((least, use) => (use.trust < least.trust ? use : least));
  const known = `; with ${sayCount(past.length, 'month')} of history before this one the calendar counts ${sayShare(trust)}`;
  return `${sayMonth(mainMonth(span))}: ${lines.join('; ')}${trust < 1 ? known : ''}`;
}
