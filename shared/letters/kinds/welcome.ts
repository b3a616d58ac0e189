import { defineMessage } from '../definition.ts';
import { meeting, paragraph } from '../parts/passages.ts';
import { sayable } from '../prose.ts';

/** The first mail after signing: who we are, what comes next. */
export const welcome = defineMessage({
  kind: 'welcome',
  name: 'Welcome',
  purpose: 'Welcomes a new client or a new person and says what happens next.',
  class: 'relationship',
  audience: [
    'commissioner',
    'deputy-commissioner',
    'athletic-director',
    'scheduling-associate',
    'compliance-associate',
    'operations',
    'finance',
  ],
  priority: 'high',
  season: 'anytime',
  approval: 'automatic',
  digestible: false,
  expiresAfterDays: 14,
  requires: ['client.name', 'client.kind', 'link.preferences'],
  body: ({ facts, voice, script }) => [
    ...paragraph(facts, ...script.opening),
    { block: 'list', items: voice.expectations.filter((prose) => sayable(facts, prose)) },
    ...meeting(facts, voice),
    ...paragraph(facts, ...script.next),
  ],
});
