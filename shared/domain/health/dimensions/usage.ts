import type { Client } from '../../clients/client.ts';
import { mainMonth } from '../../season/seasonal-index.ts';
import { daysBetween, type IsoDate } from '../../values/iso-date.ts';
import type { Evidence } from '../assessment.ts';
import { along } from '../curve.ts';
import { type Dossier, productsOf } from '../dossier.ts';
import type { MonthOfUse } from '../history.ts';
import { type MetricRule, usageMetrics, usageRule } from '../model.ts';
import { type Measurement, type Reading, readSignals } from '../reading.ts';
import type { SeasonedUse } from '../season-of-use.ts';
import { normalCdf } from '../statistics.ts';
import { amountOf, fromLog, toLog, type Usual, usualOf } from '../use-series.ts';
import { sayDate, sayDollars, sayMonth, sayNumber } from '../wording.ts';
import { saySilence, silenceOf } from './silence.ts';

/** Is it used as much as this client usually does at this time of the year? Silence counts against it, season does not. */
export function readUsage(dossier: Dossier, uses: readonly SeasonedUse[]): Reading {
  const silences = new Map(uses.map(({ product }) => [product, silenceOf(dossier, product)]));
  const signals = productsOf(dossier).flatMap((product) => {
    const use = uses.find((used) => used.product === product);
    const overdue = silences.get(product)?.overdueDays ?? 0;
    return usageMetrics[product].map((rule) => ({
      weight: rule.weight,
      measured: use && measure(rule, use, overdue, dossier),
    }));
  });
  const reading = readSignals('usage', signals);
  return { ...reading, evidence: [...[...silences.values()].flatMap(saySilence), ...reading.evidence] };
}

function measure(rule: MetricRule, use: SeasonedUse, overdueDays: number, dossier: Dossier): Measurement | undefined {
  const { product, latest, season } = use;
  const amount = amountOf(rule, product, latest);
  if (amount === undefined) return undefined;
  const past = use.past.slice(0, usageRule.monthsOfReference).flatMap((month) => {
    const was = amountOf(rule, product, month);
    return was === undefined ? [] : [{ log: toLog(was), expected: month.expected.log }];
  });
  const norm = normOf(rule, dossier.client);
  const inSeason = past.map(({ log, expected }) => log - expected);
  const usual = usualOf(inSeason, norm);
  const unseasoned = usualOf(
    past.map(({ log }) => log),
    norm,
  );
  if (!usual || !unseasoned) return undefined;

  const left = along(usageRule.leftWhenSilent, overdueDays);
  const variance = usual.noise ** 2 + latest.expected.spread ** 2;
  // Who knows nothing of the season must expect its whole swing in any month.
  const swing = season.reduce((sum, { log }) => sum + log ** 2, 0) / season.length;
  return {
    score: left * compare(toLog(amount) - latest.expected.log - usual.log, variance),
    unadjusted: left * compare(toLog(amount) - unseasoned.log, variance + swing),
    confidence: along(usageRule.confidenceWhenSilent, overdueDays),
    evidence: [sayUse(rule, use, amount, usual, past.length, dossier.asOf)],
  };
}

/** 100 Phi(0.85 z + q): rises with use, everything else being history. */
const compare = (deviation: number, variance: number) =>
  100 * normalCdf(usageRule.steepness * (deviation / Math.sqrt(variance)) + usageRule.asUsual);

/** What to expect of a client of this size before we know it; only seats bound a count of people. */
const normOf = ({ metric }: MetricRule, { staffSeats }: Client) =>
  metric === 'dailyActiveUsers' ? toLog(usageRule.usualShareOfSeats * staffSeats) : undefined;

function sayUse(
  rule: MetricRule,
  { product, latest }: SeasonedUse,
  amount: number,
  usual: Usual,
  monthsKnown: number,
  asOf: IsoDate,
): Evidence {
  const usually = fromLog(usual.log + latest.expected.log);
  const against =
    monthsKnown < usageRule.fewestMonths
      ? `${sayAmount(rule, usually)} expected for the number of seats`
      : `${sayAmount(rule, usually)} usual for ${sayMonth(mainMonth(latest))}`;
  const per = rule.kind === 'level' ? 'a day' : 'a month';
  return {
    says: `${rule.label} ${sayWindow(latest, asOf)}: ${sayAmount(rule, amount)} ${per} against ${against}`,
    facts: latest.products[product]?.metrics[rule.metric]?.reports ?? 0,
    from: latest.from,
    to: latest.to,
    of: { types: ['usage.reported'], product, metric: rule.metric },
  };
}

const sayAmount = ({ kind }: MetricRule, amount: number) => (kind === 'money' ? sayDollars(amount) : sayNumber(amount));

const sayWindow = ({ from, to }: MonthOfUse, asOf: IsoDate) => {
  const days = daysBetween(from, to) + 1;
  return to === asOf ? `over the last ${days} days` : `in the ${days} days to ${sayDate(to)}`;
};
