import type { Evidence } from '../assessment.ts';
import type { MonthOfUse } from '../history.ts';
import { sayCount, sayDollars, sayNumber, sayShare } from '../wording.ts';
import type { Told } from './evidence-of.ts';

/** Travel savings recorded in the last twelve months, since they began to be. */
function yearOfSavings({ dossier: { months } }: Told) {
  const year = months.slice(0, 12);
  const of = ({ products }: MonthOfUse) => products.flextime?.metrics.travelSavingsCents;
  const count = year.findLastIndex((month) => of(month)) + 1;
  const [latest, earliest] = [year[0], year[count - 1]];
  if (!latest || !earliest) return undefined;
  const tallies = year.flatMap((month) => of(month) ?? []);
  const basis = {
    facts: tallies.reduce((sum, { reports }) => sum + reports, 0),
    from: earliest.from,
    to: latest.to,
    of: { types: ['usage.reported' as const], product: 'flextime' as const, metric: 'travelSavingsCents' },
  };
  return { cents: tallies.reduce((sum, tally) => sum + tally.sum, 0), count, basis };
}

/** "Travel savings recorded in 12 months: $520,000 against $500,000 promised". */
export function saySavings(told: Told): Evidence[] {
  const [saved, promised] = [yearOfSavings(told), told.dossier.contract?.promisedSavingsCents];
  if (!saved || !promised) return [];
  const { cents, count, basis } = saved;
  const against = sayDollars((promised * count) / 12 / 100);
  return [
    {
      says: `Travel savings recorded in ${sayCount(count, 'month')}: ${sayDollars(cents / 100)} against ${against} promised`,
      ...basis,
    },
  ];
}

/** "Travel savings are 5.2 times the price of the contract". */
export function sayReturn(told: Told): Evidence[] {
  const saved = yearOfSavings(told);
  const times = told.panel.columns.realizedRoi.findLast((known) => !Number.isNaN(known));
  if (!saved || times === undefined) return [];
  const says = `Travel savings are ${sayNumber(times)} times the price of the contract`;
  return [{ says, ...saved.basis }];
}

/** What the office itself gained, as it measures it, in the latest month it said so. */
export function sayGain({ reading, dossier: { months } }: Told): Evidence[] {
  const [metric, name] =
    reading.metric.measure === 'efficiency'
      ? (['staffEfficiencyGain', 'Staff efficiency gained'] as const)
      : (['errorReduction', 'Errors avoided'] as const);
  for (const month of months) {
    const tallies = Object.values(month.products).flatMap(({ metrics }) => metrics[metric] ?? []);
    const facts = tallies.reduce((sum, tally) => sum + tally.reports, 0);
    if (facts === 0) continue;
    const share = tallies.reduce((sum, tally) => sum + tally.sum, 0) / facts;
    const usual = reading.usual === undefined ? '' : `, against ${sayShare(reading.usual / 100)} usual`;
    return [
      {
        says: `${name}: ${sayShare(share)}${usual}`,
        facts,
        from: month.from,
        to: month.to,
        of: { types: ['usage.reported'], metric },
      },
    ];
  }
  return [];
}
