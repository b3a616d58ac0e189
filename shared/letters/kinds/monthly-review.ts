import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { defineMessage } from '../definition.ts';
import { bars } from '../parts/bars.ts';
import { figures } from '../parts/figures.ts';
import { meeting, paragraph, praise, recommendation } from '../parts/passages.ts';
import { promiseKept } from '../parts/promise.ts';
import { sayable } from '../prose.ts';
import type { Voice } from '../voice.ts';

/** The month in figures, what went well, one recommendation, a meeting: read in a minute. */
export const monthlyReview = defineMessage({
  kind: 'monthly-review',
  name: 'Monthly success review',
  purpose: 'Shows what the month was worth, recommends one thing, and proposes a meeting.',
  class: 'relationship',
  audience: ['commissioner', 'deputy-commissioner', 'athletic-director', 'operations', 'scheduling-associate'],
  priority: 'high',
  season: 'outside-blackouts',
  approval: 'automatic',
  digestible: false,
  expiresAfterDays: 20,
  requires: ['client.name', 'client.kind', 'month'],
  requiresOneOf: ['savings.month', 'hours.month', 'users.day', 'sessions.month', 'tasks.month'],
  body: ({ facts, voice, script }) => [
    ...paragraph(facts, ...script.opening),
    ...figures(facts, voice.first, { most: 5, each: 2 }),
    ...paragraph(facts, promiseOf(facts, voice)),
    ...trend(facts, voice),
    ...paragraph(facts, ...comparison(facts, voice)),
    ...praise(facts, voice, 3),
    ...recommendation(facts, voice),
    ...meeting(facts, voice),
  ],
});

function promiseOf(facts: FactSheet, { promise }: Voice): string | undefined {
  const kept = promiseKept(facts);
  if (kept === undefined) return undefined;
  return kept ? promise.ahead : promise.behind;
}

/** One development, of what this kind of client looks at first. */
function trend(facts: FactSheet, { first }: Voice) {
  const savings = bars(facts, 'savings', 'Travel savings, month by month');
  const hours = bars(facts, 'hours', 'Staff hours saved, month by month');
  const [best, other] = first.indexOf('time') < first.indexOf('value') ? [hours, savings] : [savings, hours];
  return best.length > 0 ? best : other;
}

function comparison(facts: FactSheet, { peers }: Voice): readonly string[] {
  if (sayable(facts, peers.savings)) return [peers.savings, peers.adoption];
  return [sayable(facts, peers.alone) ? peers.alone : peers.withheld];
}
