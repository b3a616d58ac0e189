import { factsIn } from '#shared/domain/grounding/fill.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';

/** Whether every fact the words state is known. */
export const sayable = (facts: FactSheet, prose: string): boolean => factsIn(prose).every((id) => facts.has(id));

/** The sentences whose facts are known, as one paragraph; nothing when there is none. What is unknown is left out. */
export function say(facts: FactSheet, ...sentences: readonly (string | undefined)[]): string | undefined {
  const said = sentences.filter((prose) => prose !== undefined).filter((prose) => sayable(facts, prose));
  return said.length > 0 ? said.join(' ') : undefined;
}

/** A typed number out of the sheet: counts, hours, shares, marks, ratios, and money in cents. */
export function numberOf(facts: FactSheet, id: string): number | undefined {
  const fact = facts.get(id);
  if (fact === undefined) return undefined;
  if (fact.kind === 'money') return fact.cents;
  return 'value' in fact ? fact.value : undefined;
}
