import { defineMessage } from '../definition.ts';
import { paragraph } from '../parts/passages.ts';

const answers = Array.from({ length: 10 }, (_, i) => `survey.${i + 1}`);

/** One question with ten answers, each a link. */
export const surveyRequest = defineMessage({
  kind: 'survey-request',
  name: 'Survey',
  purpose: 'Asks one question, with a link for each answer.',
  class: 'relationship',
  audience: [
    'commissioner',
    'deputy-commissioner',
    'athletic-director',
    'scheduling-associate',
    'compliance-associate',
    'operations',
  ],
  priority: 'low',
  season: 'outside-blackouts',
  approval: 'automatic',
  digestible: true,
  expiresAfterDays: 21,
  requires: ['client.name', ...answers],
  body: ({ facts, script }) => [
    ...paragraph(facts, ...script.opening),
    {
      block: 'choices',
      question: 'How satisfied are you with what HELiiX does for {{fact:client.name}}?',
      links: answers,
      low: 'not at all',
      high: 'completely',
    },
    ...paragraph(facts, ...script.next),
  ],
});
