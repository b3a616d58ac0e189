import { expect, it } from 'vitest';
import { choicesOf } from '#functions/next-best-action/plan-answer.ts';
import { Decision } from '#shared/domain/decisions/decision.ts';
import { factSheet, type GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';

const unhappy: GroundedFact = {
  id: 'feedback.unhappy',
  kind: 'count',
  says: 'Unhappy words lately',
  sources: ['r1'],
  value: 2,
};
const choices = (proposed: readonly Decision[]) =>
  choicesOf({ sheet: new Map(factSheet([unhappy])), memories: [], proposed });

/** What the risk assessment put on the desk in answer to an alert: no decision of this agent, and another key. */
const answerToAlert = Decision.parse({
  decisionId: 'assess-risk-2026-11-16-answer-alert',
  clientId: 'american',
  agent: 'assess-risk',
  runId: 'r',
  writer: 'offline writer',
  action: { kind: 'play', play: { name: 'Close the loop', firstStep: 'Call them.', alertId: 'a' } },
  title: 'Close the loop',
  why: [],
  ifNothing: 'It stays open.',
  facts: [],
  urgency: 85,
  confidence: 0.8,
  because: 'It always needs approval.',
  proposedAt: '2026-11-16T12:00:00.000Z',
  until: '2026-11-30',
  status: 'waiting',
});

it('proposes a play that fits, and always nothing', () => {
  expect(choices([])).toEqual(['close-the-loop', 'nothing']);
});

it('does not put the same play on the desk twice, when it is there in answer to an alert', () => {
  expect(choices([answerToAlert])).toEqual(['nothing']);
});
