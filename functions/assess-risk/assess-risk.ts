import { AlertRaised } from '#events/alert-raised.ts';
import type { Received } from '#events/define-event.ts';
import { loadPicture } from '#functions/brief-client/load-picture.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { choicesOf } from '#functions/next-best-action/plan-answer.ts';
import { planner } from '#functions/next-best-action/planner.ts';
import { runAgent } from '#shared/agent/run-agent.ts';
import { prompt } from './prompt.ts';

export const assessRisk = defineEventFunction({
  name: 'assess-risk',
  purpose: 'Looks into an alert: finds the root cause, chooses a play and drafts the mail that begins it.',
  on: [AlertRaised],
  needs: ['table:write', 'personal-data:open', 'model:invoke'],
  partitions: ['CLIENT#', 'CLIENTS', 'LEADERS#', 'AGENTS', 'EVENT#'],
  queue: { workers: 2, batch: 1 },
  run: look,
});

/** Alerts of one day are looked into together, again when a graver or more pressing one comes: the operator decides once about a client, not once an alert. */
async function look(
  deps: Deps<'table:write' | 'personal-data:open' | 'model:invoke'>,
  { detail: { clientId, severity } }: Pick<Received<typeof AlertRaised>, 'detail'>,
): Promise<void> {
  if (severity === 'good-news') return;
  const picture = await loadPicture(deps.table, clientId, deps.clock.now());
  const [gravest] = picture.alerts;
  // Closed in the meantime.
  if (!gravest) return;
  const occasion = `${picture.office.today}-${gravest.alertId}`;
  const topic = {
    occasion: `risk-${occasion}`.slice(0, 80),
    because: 'Its figures moved, and this is what usually helps.',
  };
  const others = choicesOf(picture).filter((key) => key !== 'answer-alert' && key !== 'nothing');
  const declined = picture.declined.includes(gravest.alertId);
  const choices = declined ? [...others, 'nothing' as const] : ['answer-alert' as const, ...others];
  const situation = { picture, occasion, topic, choices };
  await runAgent(planner('assess-risk', prompt, deps.table), { clientId, occasion, situation }, deps);
}
