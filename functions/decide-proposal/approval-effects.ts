import type { WaitingDecision } from '#shared/domain/decisions/decision.ts';
import { fill } from '#shared/domain/grounding/fill.ts';
import { factSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { moveRisk } from '#shared/domain/risk/risk.ts';
import type { Instant, IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';
import { actions } from '#shared/store/action.ts';
import { risks } from '#shared/store/risk.ts';

/** What follows from an approval beside its mail: it enters the history of the client, and a plan against a risk is in place. */
export async function approvalEffects(
  table: TableReader,
  decision: WaitingDecision,
  now: Instant,
  today: IsoDate,
): Promise<Change[]> {
  const { clientId, decisionId, action, facts, title } = decision;
  const sheet = factSheet(facts);
  const says = action.kind === 'meeting' ? fill(action.says, sheet, 'en-US').split('\n') : [];
  const play = action.kind === 'meeting' ? undefined : action.play;
  const risk = play?.alertId === undefined ? undefined : await risks.of(table, clientId);
  const atRisk = risk?.stages.at(-1)?.stage === 'at-risk';
  const plan = play ? `${play.name}: ${play.firstStep}` : '';
  return [
    actions.record({
      actionId: decisionId,
      clientId,
      type: 'note',
      at: now,
      participants: [],
      points: [`Decided: ${fill(title, sheet, 'en-US')}`, ...says],
      nextSteps: play ? [play.firstStep] : [],
    }),
    ...(risk && atRisk ? [risks.put(moveRisk(risk, clientId, 'plan-in-place', plan, today), risk)] : []),
  ];
}
