import { factsIn, unknownPlaces } from '#shared/domain/grounding/fill.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { passagesOf } from '#shared/domain/mail/edit-letter.ts';
import type { Block, Letter } from '#shared/domain/mail/letter.ts';

/** The ids of all facts a letter states, in prose and by themselves, each once. */
export const factsOfLetter = ({ subject, preheader, greeting, blocks, closing }: Letter): string[] => [
  ...new Set([...[subject, preheader, greeting, closing].flatMap(factsIn), ...blocks.flatMap(factsOfBlock)]),
];

/** What a letter states that is no fact of the sheet, each once: it cannot be rendered. A button without its link is left out. */
export const unknownIn = (letter: Letter, facts: FactSheet): string[] => [
  ...new Set([
    ...factsOfLetter({ ...letter, blocks: letter.blocks.filter(({ block }) => block !== 'action') }).filter(
      (id) => !facts.has(id),
    ),
    ...passagesOf(letter).flatMap(({ says }) =>
      unknownPlaces(says, facts).map((place) => place.replace(/^fact:/, '') || 'an empty place'),
    ),
  ]),
];

function factsOfBlock(block: Block): string[] {
  switch (block.block) {
    case 'paragraph':
    case 'heading':
      return factsIn(block.says);
    case 'list':
      return block.items.flatMap(factsIn);
    case 'figures':
      return block.items.flatMap(({ label, fact, note }) => [fact, ...factsIn(`${label} ${note ?? ''}`)]);
    case 'bars':
      return [...factsIn(block.title), ...block.items.flatMap(({ label, fact }) => [fact, ...factsIn(label)])];
    case 'callout':
      return [block.title, ...block.says].flatMap(factsIn);
    case 'action':
      return [block.link, ...factsIn(block.label)];
    case 'choices':
      return [...block.links, ...[block.question, block.low, block.high].flatMap(factsIn)];
  }
}
