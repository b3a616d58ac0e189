import { type About, check, type Ungrounded } from './check.ts';
import { factsIn, fill } from './fill.ts';
import type { FactSheet, GroundedFact } from './grounded-fact.ts';

/** A prose with its facts filled in, the facts it names, and what it says beyond the sheet. */
export interface Grounded {
  readonly text: string;
  readonly facts: readonly GroundedFact[];
  readonly ungrounded: readonly Ungrounded[];
}

/** Fills a prose and checks the result. Throws 'grounding.unknown-fact' when it names a fact that is not on the sheet. */
export function ground(prose: string, sheet: FactSheet, about: About): Grounded {
  const text = fill(prose, sheet, about.style);
  const facts = factsIn(prose).flatMap((id) => sheet.get(id) ?? []);
  return { text, facts, ungrounded: check({ text, links: [] }, sheet, about) };
}
