import { factsIn } from '#shared/domain/grounding/fill.ts';
import type { FactSheet, GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';

/** The facts that these proses name, each once. */
export const factsOf = (proses: readonly string[], sheet: FactSheet): GroundedFact[] =>
  [...new Set(proses.flatMap(factsIn))].flatMap((id) => sheet.get(id) ?? []);

/** The sentences all of whose facts are known. */
export const sayable = (sheet: FactSheet, ...proses: readonly string[]): string[] =>
  proses.filter((prose) => factsIn(prose).every((id) => sheet.has(id)));
