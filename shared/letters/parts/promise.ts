import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { numberOf } from '../prose.ts';

/** Whether the savings reach what was promised to date, as the mail shows it: 99.6% reads "100%". Undefined when unknown. */
export function promiseKept(facts: FactSheet): boolean | undefined {
  const kept = numberOf(facts, 'savings.against-promise');
  return kept === undefined ? undefined : Math.round(100 * kept) >= 100;
}
