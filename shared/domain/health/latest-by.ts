import type { Fact } from '../facts/fact.ts';

/** For each thing with an identity of its own (an invoice, a ticket), the fact recorded last. */
export function latestBy<F extends Fact>(facts: readonly F[], idOf: (fact: F) => string): Map<string, F> {
  const latest = new Map<string, F>();
  for (const fact of facts) {
    const known = latest.get(idOf(fact));
    if (!known || fact.recordedAt > known.recordedAt) latest.set(idOf(fact), fact);
  }
  return latest;
}
