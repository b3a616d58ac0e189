import { defineMessage } from '../definition.ts';
import { adviceFacts } from '../parts/advice.ts';
import { figuresBlock } from '../parts/figures.ts';
import { paragraph, recommendation } from '../parts/passages.ts';

/** One thing worth doing, and the figures it rests on. */
export const recommendationLetter = defineMessage({
  kind: 'recommendation',
  name: 'Recommendation',
  purpose: 'Recommends one thing that the client’s own figures suggest.',
  class: 'relationship',
  audience: ['operations', 'scheduling-associate', 'compliance-associate', 'deputy-commissioner', 'athletic-director'],
  priority: 'normal',
  season: 'outside-blackouts',
  approval: 'automatic',
  digestible: true,
  expiresAfterDays: 30,
  requires: ['client.name'],
  requiresOneOf: adviceFacts,
  body: ({ facts, voice, script }) => [
    ...paragraph(facts, ...script.opening),
    ...recommendation(facts, voice),
    ...(facts.has('feature.best.share') ? figuresBlock(facts, use) : []),
    ...paragraph(facts, ...script.next),
  ],
});

/** Told where there is something to compare: adoption alone stands in the advice already. */
const use = [
  { fact: 'adoption.share', label: 'Adoption' },
  { fact: 'feature.best.share', label: '{{fact:feature.best}} (most used)' },
  { fact: 'feature.weakest.share', label: '{{fact:feature.weakest}} (least used)' },
];
