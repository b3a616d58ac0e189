import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { numberOf } from './prose.ts';

/** A smaller change would be shown as 0 %. */
const level = 0.0005;

export type Movement = 'up' | 'down' | 'level';

/** Which way a figure moved since the month before; undefined when nobody knows. */
export function movementOf(facts: FactSheet, figure: string): Movement | undefined {
  const change = numberOf(facts, `${figure}.change`);
  if (change === undefined) return undefined;
  if (Math.abs(change) < level) return 'level';
  return change > 0 ? 'up' : 'down';
}

/** "up 12% on the month before": the direction follows the sign, which the size then does without. */
export function moved(figure: string, facts: FactSheet): string | undefined {
  const movement = movementOf(facts, figure);
  if (movement === undefined) return undefined;
  if (movement === 'level') return 'level with the month before';
  return `${movement} {{fact:${figure}.change}} on the month before`;
}
