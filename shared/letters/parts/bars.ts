import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { Block } from '#shared/domain/mail/letter.ts';

/** Fewer months than this are no development. */
const fewest = 3;

/** The last six months of a figure as bars, the earliest first, as far as they are known; nothing below three months. */
export function bars(facts: FactSheet, figure: 'savings' | 'hours', title: string): Block[] {
  const items = [6, 5, 4, 3, 2, 1]
    .map((age) => `${figure}.m${age}`)
    .filter((id) => facts.has(id) && facts.has(`${id}.month`))
    .map((id) => ({ label: `{{fact:${id}.month}}`, fact: id }));
  return items.length >= fewest ? [{ block: 'bars', title, items }] : [];
}
