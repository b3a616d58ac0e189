import { defineMessage } from '../definition.ts';
import { figures } from '../parts/figures.ts';
import { paragraph } from '../parts/passages.ts';

/** How the people at the office worked with the products in a month. */
export const usageReport = defineMessage({
  kind: 'usage-report',
  name: 'Usage report',
  purpose: 'Shows the people who do the work how much the products were used, and for what.',
  class: 'relationship',
  audience: ['scheduling-associate', 'compliance-associate', 'operations'],
  priority: 'low',
  season: 'outside-blackouts',
  approval: 'automatic',
  digestible: true,
  expiresAfterDays: 14,
  requires: ['client.name', 'month'],
  requiresOneOf: [
    'users.day',
    'sessions.month',
    'optimisations.month',
    'tasks.month',
    'policies.month',
    'compliance.month',
  ],
  body: ({ facts, script }) => [
    ...paragraph(facts, ...script.opening),
    ...figures(facts, ['use'], { most: 6, each: 6 }),
    ...paragraph(facts, ...script.next),
  ],
});
