import type { GroundedFact } from '../grounding/grounded-fact.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { money, rounded, share, stated } from './stated.ts';

/** Something a client achieved, once. */
export interface Milestone {
  /** Names it for good: `savings-1000000`. */
  readonly key: string;
  /** In words, without figures, so that it reads the same in every notation: "one million dollars in travel savings". */
  readonly name: string;
  /** The day it was reached. */
  readonly reached: IsoDate;
  /** The mark that was passed; a first time and an anniversary have none. */
  readonly value?: { readonly of: 'money' | 'hours' | 'share'; readonly amount: number };
  readonly sources: string[];
}

/** What a congratulation says. Money is in dollars here. */
export function milestoneFacts({ name, reached, value, sources }: Milestone): GroundedFact[] {
  return [
    stated('milestone.name', 'The milestone', sources, { kind: 'phrase', text: name }),
    ...(value ? valueFacts(value, sources) : []),
    stated('milestone.reached', 'When it was reached', sources, { kind: 'date', date: reached }),
  ];
}

function valueFacts({ of, amount }: NonNullable<Milestone['value']>, sources: string[]): GroundedFact[] {
  const [id, says] = ['milestone.value', 'The mark that was passed'];
  if (of === 'money') return money(id, says, sources, 100 * amount);
  if (of === 'share') return share(id, says, sources, amount);
  return [stated(id, says, sources, { kind: 'hours', value: rounded(amount, 2) })];
}
