import { Product } from '../../clients/client.ts';
import { fromLog } from '../../prediction/history/panel.ts';
import { expectedIn } from '../../prediction/season/season.ts';
import { daysBetween, type IsoDate } from '../../values/iso-date.ts';
import type { Evidence } from '../assessment.ts';
import { type Dossier, productsOf } from '../dossier.ts';
import type { MonthOfUse } from '../history.ts';
import type { UsageMetric } from '../model.ts';
import { afterSilence } from '../score/grounds.ts';
import type { Metric } from '../score/metrics.ts';
import { mainMonth } from '../season-in-words.ts';
import { silenceOf } from '../silence.ts';
import type { Tally } from '../tally-use.ts';
import { productNames, sayCount, sayDate, sayDollars, sayMonth, sayNumber } from '../wording.ts';
import type { Told } from './evidence-of.ts';

/** How the products name what the score calls otherwise. */
const reportedAs: Partial<Record<Metric['measure'], UsageMetric>> = {
  dailyActiveUsers: 'dailyActiveUsers',
  sessions: 'schedulingSessions',
  optimizationRuns: 'optimizationRuns',
  travelSavings: 'travelSavingsCents',
  tasksAutomated: 'tasksAutomated',
  complianceReports: 'complianceReports',
  policyUpdates: 'policyUpdates',
  hoursSaved: 'hoursSaved',
};

const fewestMonths = 3;

/** "Optimisation runs over the last 30 days: 310 a month against 290 usual for January". */
export function sayUse({ reading, dossier, panel, adjusted }: Told): Evidence[] {
  const { measure, label, product } = reading.metric;
  const name = reportedAs[measure];
  const months = dossier.months;
  const back = months.findIndex((month) => name && talliesIn(month, product, name).length > 0);
  const [latest, at] = [months[back], panel.length - 1 - back];
  const value = panel.columns[measure][at];
  if (!latest || !name || value === undefined || reading.usual === undefined) return [];
  const size = Math.log(dossier.client.staffSeats || 1);
  const season = adjusted.season.get(measure);
  const expected = season ? expectedIn(season, panel.firstMonth + at, panel.overlap) : 0;
  const say = (log: number) => (measure === 'travelSavings' ? sayDollars : sayNumber)(fromLog(log + size));
  const usual = say(reading.usual + expected);
  const own = panel.columns[measure].subarray(0, -1).filter((known) => !Number.isNaN(known)).length;
  const against =
    own < fewestMonths
      ? `${usual} expected of a client of its size`
      : `${usual} usual for ${sayMonth(mainMonth(adjusted))}`;
  const reports = talliesIn(latest, product, name).reduce((most, tally) => Math.max(most, tally.reports), 0);
  return [
    {
      says: `${label} ${sayWindow(latest, dossier.asOf)}: ${say(value)} ${name === 'dailyActiveUsers' ? 'a day' : 'a month'} against ${against}`,
      facts: reports,
      from: latest.from,
      to: latest.to,
      of: { types: ['usage.reported'], ...(product === 'any' || !product ? {} : { product }), metric: name },
    },
  ];
}

const talliesIn = ({ products }: MonthOfUse, product: Metric['product'], name: UsageMetric): Tally[] =>
  (product === 'any' || !product ? Product.options : [product]).flatMap((one) => products[one]?.metrics[name] ?? []);

const sayWindow = ({ from, to }: MonthOfUse, asOf: IsoDate) => {
  const days = daysBetween(from, to) + 1;
  return to === asOf ? `over the last ${days} days` : `in the ${days} days to ${sayDate(to)}`;
};

/** A sentence for each product whose silence counts; none while a report may still come. */
export const saySilences = (dossier: Dossier): Evidence[] =>
  productsOf(dossier).flatMap((product) => {
    const silence = silenceOf(dossier, product);
    if (!silence || afterSilence(silence.overdueDays).left === 1) return [];
    const { lastReport, usualGap } = silence;
    const since = sayCount(daysBetween(lastReport, dossier.asOf), 'day');
    const often = usualGap < 2 ? 'daily' : `every ${Math.round(usualGap)} days`;
    const says = `No ${productNames[product]} report since ${sayDate(lastReport)} (${since}); they used to come ${often}`;
    return [{ says, facts: 0, from: lastReport, to: dossier.asOf, of: { types: ['usage.reported'], product } }];
  });
