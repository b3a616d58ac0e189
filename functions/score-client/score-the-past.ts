import { dateOf } from '#shared/domain/facts/fact.ts';
import { monthsOfEvidence } from '#shared/domain/health/assess-health.ts';
import { addMonths, type IsoDate, lastDay, monthOf, monthsBetween } from '#shared/domain/values/iso-date.ts';
import { assess, type Made } from './assess.ts';
import type { LoadedEvidence } from './load-evidence.ts';

/**
 * The assessments a client would have had at the end of each month since its first fact, at most two years back, oldest
 * first, each from the facts dated up to then. A client scored for the first time gets them, so that its history can be seen:
 * without `seasons`, since those learned since then would tell the past what came after it.
 */
export function scoreThePast(evidence: LoadedEvidence, seasons?: LoadedEvidence['seasons']): Made[] {
  const past: Made[] = [];
  for (const asOf of monthEnds(evidence)) {
    past.push(assess({ ...evidence, asOf, seasons, previous: past.at(-1)?.assessment }));
  }
  return past;
}

function monthEnds({ facts, asOf }: LoadedEvidence): IsoDate[] {
  const first = monthOf(facts.map(dateOf).sort()[0] ?? asOf);
  const months = Math.min(monthsBetween(first, monthOf(asOf)), monthsOfEvidence);
  return Array.from({ length: months }, (_, month) => lastDay(addMonths(monthOf(asOf), month - months)));
}
