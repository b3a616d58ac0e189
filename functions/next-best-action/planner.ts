import { pictureTools } from '#functions/brief-client/picture-tools.ts';
import type { Agent, Prompt } from '#shared/agent/agent.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { PlanAnswer, type Planning, planProblems, planTemplate } from './plan-answer.ts';
import { proposePlan } from './propose-plan.ts';
import { sayPlanning } from './say-planning.ts';

/** The agent that chooses what is done for one client; what wakes it decides its name and its prompt. */
export const planner = (name: string, prompt: Prompt, table: TableReader): Agent<Planning, PlanAnswer> => ({
  name,
  part: 'writer',
  prompt,
  answer: PlanAnswer,
  ask: sayPlanning,
  tools: ({ picture }) => pictureTools(picture),
  check: planProblems,
  template: planTemplate,
  execute: (situation, answer, made) => proposePlan(table, name, situation, answer, made),
});
