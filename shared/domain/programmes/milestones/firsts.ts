import { adoptionIn } from '../../figures/adoption.ts';
import { cite } from '../../figures/citation.ts';
import { yearsAfter, yearsSince } from '../../figures/contract-year.ts';
import type { Milestone } from '../../figures/milestone-facts.ts';
import { lastWholeMonth, valueIn } from '../../figures/tally.ts';
import type { TrackRecord } from '../../figures/track-record.ts';
import { contractSource } from '../../figures/year-so-far.ts';
import { addDays, lastDay, monthOf } from '../../values/iso-date.ts';
import { sayYears } from './words.ts';

/**
 * A first time counts only when reports began within this many days of the contract: where they began later the true first
 * time may lie before them.
 */
const daysFromStart = 90;

/** The first schedule built: the first report with an optimisation run. */
export function firstSchedule(record: TrackRecord): Milestone[] {
  const first = [...record.reports.flextime.values()].flat().find((fact) => valueIn(fact, 'optimizationRuns') > 0);
  if (!first || !knownFromStart(record)) return [];
  const { factId, detail } = first;
  return [
    {
      key: 'first-schedule',
      name: 'a first schedule built with Flextime',
      reached: detail.date,
      sources: [factId],
    },
  ];
}

const levels = [
  { share: 0.5, name: 'adoption by half of all seats' },
  { share: 0.75, name: 'adoption by three quarters of all seats' },
  { share: 0.9, name: 'adoption by nine tenths of all seats' },
] as const;

/** The first months whose adoption was at each level, dated their last day; of two levels in one month the higher. */
export function adoptionLevels(record: TrackRecord): Milestone[] {
  const months = [...new Set([...record.reports.flextime.keys(), ...record.reports.heliix.keys()])].sort();
  const reached: Milestone[] = [];
  let highest = knownFromStart(record) ? 0 : undefined;
  for (const month of months) {
    const adoption = adoptionIn(record, month);
    if (!adoption) continue;
    // Where reports began late, the first month only shows what had been reached before it.
    const known = highest ?? adoption.share;
    const level = levels.findLast(({ share }) => share > known && adoption.share >= share);
    highest = Math.max(known, adoption.share);
    if (level)
      reached.push({
        key: `adoption-${100 * level.share}`,
        name: level.name,
        reached: lastDay(month),
        value: { of: 'share', amount: level.share },
        sources: cite(adoption.facts, { type: 'usage.reported', metric: 'featureAdoption' }),
      });
  }
  return reached;
}

/** The last anniversary of the contract, up to today. */
export function anniversary({ contract, today }: TrackRecord): Milestone[] {
  const years = contract && today <= contract.end ? yearsSince(contract.start, today) : 0;
  if (!contract || years < 1) return [];
  return [
    {
      key: `anniversary-${contract.start}-${years}`,
      name: `${sayYears(years)} of working together`,
      reached: yearsAfter(contract.start, years),
      sources: [contractSource(contract)],
    },
  ];
}

function knownFromStart({ contract, reports, today }: TrackRecord): boolean {
  if (!contract) return false;
  const months = [...reports.flextime.keys(), ...reports.heliix.keys()].sort();
  const first = months[0] ?? lastWholeMonth(today);
  return first >= monthOf(contract.start) && first <= monthOf(addDays(contract.start, daysFromStart));
}
