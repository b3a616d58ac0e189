import { describe, expect, it } from 'vitest';
import { assessRisk } from '#functions/assess-risk/assess-risk.ts';
import { actOnProposal } from '#functions/decide-proposal/act-on-proposal.ts';
import { choicesOf } from '#functions/next-best-action/plan-answer.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { Decision } from '#shared/domain/decisions/decision.ts';
import { factSheet, type GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { decisions } from '#shared/store/decision.ts';
import { memories } from '#shared/store/memory.ts';
import { alert, type Situated, situated } from '#tests/fixtures/situations.ts';

const unhappy: GroundedFact = {
  id: 'feedback.unhappy',
  kind: 'count',
  says: 'Unhappy words lately',
  sources: ['r1'],
  value: 2,
};
const choices = (proposed: readonly Decision[]) =>
  choicesOf({ sheet: new Map(factSheet([unhappy])), memories: [], proposed, alerts: [], declined: [] });

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

describe('an alert whose answer was rejected', () => {
  const graver = alert({ alertId: 'graver', severity: 'urgent' });
  const lighter = alert({ alertId: 'lighter', cause: { ...alert().cause, says: 'Use fell, too.' } });
  const raised = (here: Situated) =>
    assessRisk.run(
      { ...here, model: offlineWriter },
      {
        id: 'e',
        detailType: 'alert.raised',
        time: here.instant,
        detail: { clientId: here.client.clientId, alertId: 'a', severity: 'warning' },
      },
    );
  const proposed = async (here: Situated) =>
    (await decisions.of(here.table, here.client.clientId)).map(
      ({ action }) => 'play' in action && action.play?.alertId,
    );
  const reject = async (here: Situated) => {
    const [decision] = await decisions.waiting(here.table);
    if (!decision) throw new Error('nothing on the desk');
    await actOnProposal('reject', here, decision, new URLSearchParams({ reason: 'They know.' }));
  };

  it('is not answered again the next day, and another one is', async () => {
    const here = await situated({ alerts: [graver, lighter] });
    await raised(here);
    await reject(here);
    here.advance(24 * 3_600_000);
    await raised(here);
    expect((await proposed(here)).toSorted()).toEqual(['graver', 'lighter']);
  });

  it('leads to another play or to nothing where it is the only one', async () => {
    const here = await situated({ alerts: [graver] });
    await raised(here);
    await reject(here);
    here.advance(24 * 3_600_000);
    await raised(here);
    expect(await proposed(here)).toEqual(['graver']);
  });

  it('may be answered again when the reason is forgotten', async () => {
    const here = await situated({ alerts: [graver] });
    await raised(here);
    await reject(here);
    const [reason] = await memories.of(here.table, here.client.clientId);
    await here.table.commit([memories.forget(here.client.clientId, reason?.memoryId ?? '')]);
    here.advance(24 * 3_600_000);
    await raised(here);
    expect(await proposed(here)).toEqual(['graver', 'graver']);
  });
});
