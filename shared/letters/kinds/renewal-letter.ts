import { defineMessage } from '../definition.ts';
import { figuresBlock } from '../parts/figures.ts';
import { meeting, paragraph } from '../parts/passages.ts';
import { sayable } from '../prose.ts';

/** What the contract returned, and the dates on the way to the next. */
export const renewalLetter = defineMessage({
  kind: 'renewal-letter',
  name: 'Renewal letter',
  purpose: 'Puts the record of the contract and the dates of its renewal before those who decide.',
  class: 'commercial',
  audience: ['commissioner', 'deputy-commissioner', 'finance'],
  priority: 'high',
  season: 'outside-blackouts',
  approval: 'operator',
  digestible: false,
  expiresAfterDays: 45,
  requires: ['client.name', 'contract.end'],
  body: ({ facts, voice, script }) => [
    ...paragraph(facts, ...script.opening),
    ...figuresBlock(facts, [
      { fact: 'savings.total', label: 'Travel savings since the start' },
      { fact: 'hours.total', label: 'Staff hours saved since the start' },
      { fact: 'roi.realised', label: 'Travel savings over price (ROI)', note: () => 'promised: {{fact:roi.promised}}' },
    ]),
    { block: 'heading', says: 'On the calendar' },
    { block: 'list', items: dates.filter((prose) => sayable(facts, prose)) },
    ...paragraph(facts, ...script.next),
    ...meeting(facts, voice),
  ],
});

const dates = [
  '{{fact:budget.lock}}: your budget locks',
  '{{fact:proposal.due}}: our proposal reaches you',
  '{{fact:contract.end}}: the present agreement ends',
];
