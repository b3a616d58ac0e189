import type { Dimension } from './assessment.ts';
import { enoughConfidence } from './model.ts';
import type { Reading } from './score/read-dimensions.ts';
import { weights } from './weights.ts';
import { sayList, sayShare } from './wording.ts';

/** Says what to record so that a score becomes possible: what helps most first, and no more than is needed. */
export function sayMissing(readings: readonly Reading[]): string {
  const gaps = readings
    .map(({ dimension, confidence }) => ({
      asks: confidence === 0 ? sources[dimension] : `more or fresher ${sources[dimension]}`,
      known: weights[dimension] * confidence,
      gap: weights[dimension] * (1 - confidence),
    }))
    .sort((a, b) => b.gap - a.gap);
  const known = gaps.reduce((sum, gap) => sum + gap.known, 0);
  let reach = known;
  const needed = gaps.filter(({ gap }) => {
    const asked = reach < enoughConfidence && gap > 0;
    if (asked) reach += gap;
    return asked;
  });
  const asks = sayList(needed.map(({ asks }) => asks));
  return `${sayShare(known)} of what a score rests on is known, ${sayShare(enoughConfidence)} is needed; record ${asks}`;
}

const sources: Readonly<Record<Dimension, string>> = {
  usage: 'usage reports',
  satisfaction: 'survey answers',
  adoption: 'feature adoption',
  financial: 'invoices and payments',
  leadership: 'appointments and departures of leaders',
};
