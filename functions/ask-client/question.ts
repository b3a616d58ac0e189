import * as z from 'zod';
import { checkProse } from '#functions/brief-client/check-prose.ts';
import { factsOf } from '#functions/brief-client/facts-of.ts';
import { loadPicture, type Picture } from '#functions/brief-client/load-picture.ts';
import { pictureTools } from '#functions/brief-client/picture-tools.ts';
import { sayPicture } from '#functions/brief-client/say-to-model.ts';
import type { Agent } from '#shared/agent/agent.ts';
import { type AgentDeps, runAgent } from '#shared/agent/run-agent.ts';
import { runLimits } from '#shared/domain/agents/limits.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { answerByWords } from './answer-by-words.ts';
import { prompt } from './prompt.ts';

export const Question = z.string().trim().min(3, 'ask something').max(500, 'ask in at most 500 characters');

export const QuestionAnswer = z.strictObject({
  /** Whether the facts do not answer it. */
  cannotTell: z.boolean(),
  paragraphs: z.array(z.string().min(1).max(800)).max(5),
  confidence: z.number().min(0).max(1),
});
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;

/** What is said when the record does not answer. */
export const cannotTell = 'I can’t tell from what is recorded.';

interface Asked {
  readonly picture: Picture;
  readonly question: string;
}

const answerer: Agent<Asked, QuestionAnswer> = {
  name: 'ask-client',
  part: 'writer',
  prompt,
  answer: QuestionAnswer,
  ask: ({ picture, question }) => `${sayPicture(picture)}\n\nThe question of the operator: ${JSON.stringify(question)}`,
  tools: ({ picture }) => pictureTools(picture),
  check: ({ picture }, { paragraphs, cannotTell: unknown }) =>
    paragraphs.length === 0 && !unknown ? ['an answer needs a paragraph'] : checkProse(paragraphs, picture),
  template: ({ picture, question }) => answerByWords(question, picture),
  execute: ({ picture }, { paragraphs, cannotTell: unknown }) => ({
    changes: [],
    outcome: [unknown ? 'Could not tell.' : 'Answered.'],
    facts: factsOf(paragraphs, picture.sheet),
  }),
};

/** An answer within what an HTTP request may take. */
const limits = { ...runLimits, seconds: 25 };

/** Answers a question about a client from its facts, and records how. Undefined while all agents are switched off. */
export async function askClient(deps: AgentDeps, clientId: ClientId, question: string): Promise<AgentRun | undefined> {
  const now = deps.clock.now();
  const picture = await loadPicture(deps.table, clientId, now);
  const occasion = `${instantOf(now)} ${question}`.slice(0, 400);
  return (await runAgent(answerer, { clientId, occasion, situation: { picture, question } }, { limits, ...deps }))?.run;
}
