import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { defineMessage } from '../definition.ts';
import { paragraph } from '../parts/passages.ts';
import { sayable } from '../prose.ts';

/** Where a ticket stands: opened, or resolved. */
export const issueUpdate = defineMessage({
  kind: 'issue-update',
  name: 'Issue update',
  purpose: 'Says where a ticket stands.',
  class: 'relationship',
  audience: ['scheduling-associate', 'compliance-associate', 'operations', 'deputy-commissioner', 'athletic-director'],
  priority: 'high',
  season: 'anytime',
  approval: 'automatic',
  digestible: false,
  expiresAfterDays: 3,
  requires: ['client.name', 'ticket.number'],
  requiresOneOf: ['ticket.opened', 'ticket.resolved'],
  body: ({ facts, voice, script }) => [
    ...paragraph(facts, ...script.opening),
    {
      block: 'callout',
      title: titles[stateOf(facts)],
      says: [
        ...dates.filter((prose) => sayable(facts, prose)).slice(0, 1),
        ...details.filter((prose) => sayable(facts, prose)),
      ],
    },
    ...paragraph(facts, ...script.next, voice.ticket[stateOf(facts)]),
  ],
});

const dates = [
  'Opened on {{fact:ticket.opened}}, resolved on {{fact:ticket.resolved}}',
  'Opened on {{fact:ticket.opened}}',
  'Since {{fact:ticket.resolved}}',
];
const details = ['Severity: {{fact:ticket.severity}}', 'About: {{fact:ticket.category}}'];

const stateOf = (facts: FactSheet) => (facts.has('ticket.resolved') ? 'resolved' : 'open');

const titles = { open: 'In progress', resolved: 'Resolved' } as const;
