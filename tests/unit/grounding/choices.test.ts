import { expect, it } from 'vitest';
import { check } from '#shared/domain/grounding/check.ts';
import { factSheet, GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';

const answers = ['7', '8'].map((text) =>
  GroundedFact.parse({
    id: `survey.${text}`,
    says: text,
    sources: [],
    kind: 'link',
    url: `https://x.example/${text}`,
    text,
  }),
);
const objections = (text: string) =>
  check({ text, links: [] }, factSheet(answers), { style: 'en-US', others: [], house: [] }).map((found) => found.text);

it.each(['7 8', '7\n8', 'Choose:\n7 (https://x.example/7)\n8 (https://x.example/8)', '7 | 8'])(
  'a link called by a digit may stand among its like, or alone on its line: %j',
  (text) => expect(objections(text)).toEqual([]),
);

it.each(['Tickets: 7', 'You had 7 of them.', '7% more', '$8', 'Saved: 7 hours'])(
  'it is no licence to say that digit in a sentence: %j',
  (text) => expect(objections(text)).toHaveLength(1),
);
