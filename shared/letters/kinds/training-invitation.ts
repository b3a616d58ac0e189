import { defineMessage } from '../definition.ts';
import { paragraph } from '../parts/passages.ts';
import { say } from '../prose.ts';

/** An invitation to a course in the role's off-season. */
export const trainingInvitation = defineMessage({
  kind: 'training-invitation',
  name: 'Training invitation',
  purpose: 'Invites to a course that fits the role, in its off-season.',
  class: 'relationship',
  audience: [
    'scheduling-associate',
    'compliance-associate',
    'operations',
    'athletic-director',
    'deputy-commissioner',
    'finance',
  ],
  priority: 'normal',
  season: 'training-windows',
  approval: 'automatic',
  digestible: true,
  expiresAfterDays: 45,
  requires: ['client.name', 'training.course'],
  body: ({ facts, script }) => [
    ...paragraph(facts, ...script.opening),
    {
      block: 'callout',
      title: '{{fact:training.course}}',
      says: [
        say(
          facts,
          'A {{fact:training.length}}.',
          'Choose a time between {{fact:training.from}} and {{fact:training.to}}.',
        ) ?? 'At a time that suits you.',
      ],
    },
    ...paragraph(facts, ...script.next, 'Reply with a time, and we will keep it.'),
  ],
});
