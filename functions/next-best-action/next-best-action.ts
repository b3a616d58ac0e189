import { ActionChoiceDue } from '#events/action-choice-due.ts';
import type { Received } from '#events/define-event.ts';
import { loadPicture } from '#functions/brief-client/load-picture.ts';
import { pictureTools } from '#functions/brief-client/picture-tools.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import type { Agent } from '#shared/agent/agent.ts';
import { runAgent } from '#shared/agent/run-agent.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { choicesOf, PlanAnswer, type Planning, planProblems, planTemplate } from './plan-answer.ts';
import { prompt } from './prompt.ts';
import { proposePlan } from './propose-plan.ts';
import { sayPlanning } from './say-planning.ts';

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
  await runAgent(planner(deps.table), { clientId, occasion: week, situation }, deps);
}

/** Plans a week for one client. */
const planner = (table: TableReader): Agent<Planning, PlanAnswer> => ({
  name: 'next-best-action',
  part: 'writer',
  prompt,
  answer: PlanAnswer,
  ask: sayPlanning,
  tools: ({ picture }) => pictureTools(picture),
  check: planProblems,
  template: planTemplate,
  execute: (situation, answer, made) => proposePlan(table, 'next-best-action', situation, answer, made),
});
