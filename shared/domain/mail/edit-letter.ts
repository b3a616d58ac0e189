import type { Block, Letter } from './letter.ts';

/** One piece of prose of a letter that may be rewritten. */
export interface Passage {
  /** Where it stands: `subject`, `blocks.2.items.0`. Stable while the letter's structure is. */
  readonly path: string;
  readonly says: string;
}

/** Every passage of a letter in reading order. Labels of figures stay: they name a fact. */
export const passagesOf = (letter: Letter): Passage[] => [
  { path: 'subject', says: letter.subject },
  { path: 'preheader', says: letter.preheader },
  { path: 'greeting', says: letter.greeting },
  ...letter.blocks.flatMap((block, i) => passagesOfBlock(block, `blocks.${i}`)),
  { path: 'closing', says: letter.closing },
];

function passagesOfBlock(block: Block, path: string): Passage[] {
  switch (block.block) {
    case 'paragraph':
    case 'heading':
      return [{ path: `${path}.says`, says: block.says }];
    case 'list':
      return block.items.map((says, i) => ({ path: `${path}.items.${i}`, says }));
    case 'callout':
      return [
        { path: `${path}.title`, says: block.title },
        ...block.says.map((says, i) => ({ path: `${path}.says.${i}`, says })),
      ];
    default:
      return [];
  }
}

/** The letter with some passages rewritten; paths that it does not have are ignored. */
export function rewritten(letter: Letter, words: ReadonlyMap<string, string>): Letter {
  const at = (path: string, before: string) => words.get(path) ?? before;
  return {
    subject: at('subject', letter.subject),
    preheader: at('preheader', letter.preheader),
    greeting: at('greeting', letter.greeting),
    blocks: letter.blocks.map((block, i) => rewrittenBlock(block, `blocks.${i}`, at)),
    closing: at('closing', letter.closing),
  };
}

function rewrittenBlock(block: Block, path: string, at: (path: string, before: string) => string): Block {
  switch (block.block) {
    case 'paragraph':
    case 'heading':
      return { ...block, says: at(`${path}.says`, block.says) };
    case 'list':
      return { ...block, items: block.items.map((says, i) => at(`${path}.items.${i}`, says)) };
    case 'callout':
      return {
        ...block,
        title: at(`${path}.title`, block.title),
        says: block.says.map((says, i) => at(`${path}.says.${i}`, says)),
      };
    default:
      return block;
  }
}
