import type { Dimension } from './assessment.ts';

/** What each dimension weighs in the score; they sum to 1 (source: health-model.md). */
export const weights: Readonly<Record<Dimension, number>> = {
  usage: 0.3,
  satisfaction: 0.25,
  adoption: 0.2,
  financial: 0.15,
  leadership: 0.1,
};
