import { along } from '../curve.ts';
import type { Dossier } from '../dossier.ts';
import type { MonthOfUse, Tally } from '../history.ts';
import { financialRule } from '../model.ts';
import { type Measurement, type Reading, readSignals } from '../reading.ts';
import { sayCount, sayDollars, sayShare } from '../wording.ts';
import { billsOf, measureHabit, measureOverdue } from './invoices.ts';

/** Do they pay, and do they get what they paid for? */
export function readFinancial(dossier: Dossier): Reading {
  const bills = billsOf(dossier);
  return readSignals('financial', [
    { weight: financialRule.overdueNow, measured: measureOverdue(bills, dossier.asOf) },
    { weight: financialRule.paidOnTime, measured: measureHabit(bills, dossier.asOf) },
    { weight: financialRule.savings, measured: measureSavings(dossier) },
    { weight: financialRule.impact, measured: measureImpact(dossier) },
  ]);
}

/** Travel savings recorded in the last twelve months against the share of the yearly promise that fell into them. */
function measureSavings({ contract, months }: Dossier): Measurement | undefined {
  const promisedAYear = contract?.promisedSavingsCents;
  const year = months.slice(0, 12);
  const count = year.findLastIndex((month) => savingsIn(month)) + 1;
  const [latest, earliest] = [year[0], year[count - 1]];
  if (!promisedAYear || count < financialRule.fewestMonthsOfSavings || !latest || !earliest) return undefined;

  const tallies = year.flatMap((month) => savingsIn(month) ?? []);
  const saved = tallies.reduce((sum, tally) => sum + tally.sum, 0);
  const promised = (promisedAYear * count) / 12;
  const says = `Travel savings recorded in ${sayCount(count, 'month')}: ${sayDollars(saved / 100)} against ${sayDollars(promised / 100)} promised`;
  const facts = tallies.reduce((sum, { reports }) => sum + reports, 0);
  return {
    score: along(financialRule.scoreBySavings, saved / promised),
    confidence: count / 12,
    evidence: [
      {
        says,
        facts,
        from: earliest.from,
        to: latest.to,
        of: { types: ['usage.reported'], product: 'flextime', metric: 'travelSavingsCents' },
      },
    ],
  };
}

const savingsIn = ({ products }: MonthOfUse): Tally | undefined => products.flextime?.metrics.travelSavingsCents;

/** What the office itself gained, as it measures it, in the latest month it said so. */
function measureImpact({ months }: Dossier): Measurement | undefined {
  const recent = months.slice(0, financialRule.monthsOfImpact);
  const gains = (['staffEfficiencyGain', 'errorReduction'] as const).flatMap((metric) => {
    for (const month of recent) {
      const tallies = Object.values(month.products).flatMap(({ metrics }) => metrics[metric] ?? []);
      const reports = tallies.reduce((sum, tally) => sum + tally.reports, 0);
      if (reports > 0) return [{ metric, month, reports, share: tallies.reduce((sum, t) => sum + t.sum, 0) / reports }];
    }
    return [];
  });
  return gains.length === 0
    ? undefined
    : {
        score: gains.reduce((sum, { share }) => sum + along(financialRule.scoreByGain, share), 0) / gains.length,
        confidence: gains.length / 2,
        evidence: gains.map(({ metric, month, reports, share }) => ({
          says: `${gainNames[metric]}: ${sayShare(share)}`,
          facts: reports,
          from: month.from,
          to: month.to,
          of: { types: ['usage.reported'], metric },
        })),
      };
}
const gainNames = { staffEfficiencyGain: 'Staff efficiency gained', errorReduction: 'Errors avoided' } as const;
