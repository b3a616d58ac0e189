import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { defineMessage } from '../definition.ts';
import { paragraph } from '../parts/passages.ts';
import { sayable } from '../prose.ts';
import type { Voice } from '../voice.ts';

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
  requires: ['client.name', 'ticket.number', 'ticket.state'],
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
    ...paragraph(facts, ...script.next, ...whatFollows(facts, voice)),
  ],
});

const dates = [
  'Opened on {{fact:ticket.opened}}, resolved on {{fact:ticket.resolved}}',
  'Opened on {{fact:ticket.opened}}',
  'Since {{fact:ticket.resolved}}',
];
const details = ['Severity: {{fact:ticket.severity}}', 'About: {{fact:ticket.category}}'];

function whatFollows(facts: FactSheet, { ticket }: Voice): string[] {
  if (stateOf(facts) === 'resolved') return [ticket.resolved];
  const severity = facts.get('ticket.severity');
  return severity?.kind === 'phrase' && severity.text === 'critical' ? [ticket.open] : [ticket.open, ticket.rising];
}

const stateOf = (facts: FactSheet) => (facts.has('ticket.resolved') ? 'resolved' : 'open');

const titles = { open: 'In progress', resolved: 'Resolved' } as const;
