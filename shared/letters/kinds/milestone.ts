import { defineMessage } from '../definition.ts';
import { figuresBlock } from '../parts/figures.ts';
import { paragraph } from '../parts/passages.ts';

/** Congratulations on something the client achieved. */
export const milestone = defineMessage({
  kind: 'milestone',
  name: 'Milestone',
  purpose: 'Congratulates on a milestone the client has reached.',
  class: 'relationship',
  audience: [
    'commissioner',
    'deputy-commissioner',
    'athletic-director',
    'scheduling-associate',
    'compliance-associate',
    'operations',
  ],
  priority: 'normal',
  season: 'outside-blackouts',
  approval: 'automatic',
  digestible: true,
  expiresAfterDays: 21,
  requires: ['client.name', 'milestone.name'],
  body: ({ facts, script }) => [
    ...paragraph(facts, ...script.opening),
    ...figuresBlock(facts, [
      { fact: 'milestone.value', label: 'Reached', note: () => 'on {{fact:milestone.reached}}' },
      { fact: 'savings.total', label: 'Travel savings since the start' },
      { fact: 'hours.total', label: 'Staff hours saved since the start' },
    ]),
    ...paragraph(facts, ...script.next),
  ],
});
