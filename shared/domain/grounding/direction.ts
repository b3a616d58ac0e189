import type { GroundedFact } from './grounded-fact.ts';

const rising =
  'up|rose|risen|rise|rises|rising|grew|grown|grow|growth|increased?|increases|increasing|gain(?:ed)?|climbed|jumped|higher|more|above';
const falling =
  'down|fell|fallen|falls?|falling|drop(?:ped|s)?|decreased?|decreases|decreasing|declined?|declines|declining|slipped|sank|shrank|lower|less|fewer|below';
const between = '(?: (?:by|of|another|a|an|about|around|nearly|almost|some|just|roughly))*[ \\n(]*$';

const before = {
  up: new RegExp(`\\b(?:${rising})${between}`, 'i'),
  down: new RegExp(`\\b(?:${falling})${between}`, 'i'),
};
/** In lower case only: a capital begins the next line. */
const after = { up: new RegExp(`^ (?:${rising})\\b`), down: new RegExp(`^ (?:${falling})\\b`) };

/** Which way the words right before or after a figure say that it went; undefined when they do not say. */
export function directionAround(left: string, right: string): 'up' | 'down' | undefined {
  const near = left.slice(-60);
  if (before.down.test(near) || after.down.test(right)) return 'down';
  return before.up.test(near) || after.up.test(right) ? 'up' : undefined;
}

/** A share relative to an earlier period, the only kind of fact that goes up or down: `savings.change`. */
export const isChange = (fact: GroundedFact): fact is Extract<GroundedFact, { kind: 'share' }> =>
  fact.kind === 'share' && /(?:^|[.-])change$/.test(fact.id);

/** The change without its sign, for after "down". */
export const sizeOf = <F extends { value: number }>(fact: F): F => ({ ...fact, value: Math.abs(fact.value) });
