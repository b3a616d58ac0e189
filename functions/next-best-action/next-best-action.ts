import { ActionChoiceDue } from '#events/action-choice-due.ts';
import type { Received } from '#events/define-event.ts';
import { loadPicture } from '#functions/brief-client/load-picture.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { runAgent } from '#shared/agent/run-agent.ts';
import { choicesOf } from './plan-answer.ts';
import { planner } from './planner.ts';
import { prompt } from './prompt.ts';

export const nextBestAction = defineEventFunction({
  name: 'next-best-action',
  purpose: 'Chooses once a week what is best done next for a client, or nothing, and proposes it to the operator.',
  on: [ActionChoiceDue],
  needs: ['table:write', 'personal-data:open', 'model:invoke'],
  partitions: ['CLIENT#', 'CLIENTS', 'LEADERS#', 'AGENTS', 'EVENT#'],
  queue: { workers: 2, batch: 1 },
  run: choose,
});

async function choose(
  deps: Deps<'table:write' | 'personal-data:open' | 'model:invoke'>,
  { detail: { clientId, week } }: Pick<Received<typeof ActionChoiceDue>, 'detail'>,
): Promise<void> {
  const picture = await loadPicture(deps.table, clientId, deps.clock.now());
  if (picture.office.client.status !== 'active') return;
  const topic = { occasion: `week-${week}`, because: 'It is what the figures of this week suggest.' };
  const situation = { picture, occasion: week, topic, choices: choicesOf(picture) };
  await runAgent(planner('next-best-action', prompt, deps.table), { clientId, occasion: week, situation }, deps);
}
