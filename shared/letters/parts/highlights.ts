import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { movementOf } from '../movement.ts';
import { numberOf } from '../prose.ts';

/** What may have gone well, the weightiest first: business impact before clicks. */
const signs = {
  'savings-up': (facts) => movementOf(facts, 'savings') === 'up',
  satisfied: (facts) => atLeast(facts, 'satisfaction.mark', 8),
  'fast-support': (facts) => atLeast(facts, 'tickets.within-day', 0.95) && atLeast(facts, 'tickets.opened', 2),
  'hours-up': (facts) => movementOf(facts, 'hours') === 'up',
  'adoption-high': (facts) => atLeast(facts, 'adoption.share', 0.9),
  'best-feature': (facts) => atLeast(facts, 'feature.best.share', 0.5),
} as const satisfies Record<string, (facts: FactSheet) => boolean>;

export type Highlight = keyof typeof signs;

/** At most `most` things that went well by the facts, the weightiest first; nothing is praised that is not so. */
export const highlights = (facts: FactSheet, most: number): Highlight[] =>
  (Object.keys(signs) as Highlight[]).filter((sign) => signs[sign](facts)).slice(0, most);

function atLeast(facts: FactSheet, id: string, bound: number): boolean {
  const value = numberOf(facts, id);
  return value !== undefined && value >= bound;
}
