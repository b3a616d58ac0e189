import { defineMessage } from '../definition.ts';
import { paragraph } from '../parts/passages.ts';
import { say } from '../prose.ts';

/** The next thing to do on the way to go-live. */
export const onboardingStep = defineMessage({
  kind: 'onboarding-step',
  name: 'Onboarding step',
  purpose: 'Names the next step of the introduction.',
  class: 'relationship',
  audience: ['scheduling-associate', 'compliance-associate', 'operations'],
  priority: 'normal',
  season: 'anytime',
  approval: 'automatic',
  digestible: true,
  expiresAfterDays: 10,
  requires: ['client.name', 'onboarding.step'],
  body: ({ facts, script }) => [
    ...paragraph(facts, ...script.opening),
    {
      block: 'callout',
      title: say(facts, 'To be done by {{fact:onboarding.due}}') ?? 'Next step',
      says: ['{{fact:onboarding.step}}'],
    },
    ...paragraph(facts, 'Go-live is planned for {{fact:golive}}.', ...script.next),
  ],
});
