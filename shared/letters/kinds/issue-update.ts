import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { defineMessage } from '../definition.ts';
import { action, paragraph } from '../parts/passages.ts';
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
  body: ({ facts, script }) => [
    ...paragraph(facts, ...script.opening),
    { block: 'callout', title: titleOf(facts), says: details.filter((prose) => sayable(facts, prose)) },
    ...paragraph(facts, ...script.next, closingOf(facts)),
    ...action(facts, 'link.home', 'Follow the ticket'),
  ],
});

const details = [
  'Resolved: {{fact:ticket.resolved}}',
  'Opened: {{fact:ticket.opened}}',
  'How serious: {{fact:ticket.severity}}',
  'About: {{fact:ticket.category}}',
];

const titleOf = (facts: FactSheet) => (facts.has('ticket.resolved') ? 'Resolved' : 'In progress');

const closingOf = (facts: FactSheet) =>
  facts.has('ticket.resolved')
    ? 'If it is not solved for you, reply and we will open it again.'
    : 'You will hear from us when it is resolved. If it becomes more urgent, reply to this mail.';
