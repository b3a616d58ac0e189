import * as z from 'zod';
import { BriefAnswer } from '#functions/brief-client/brief.ts';
import { PlanAnswer } from '#functions/next-best-action/plan-answer.ts';
import { ReviewAnswer } from '#functions/prepare-review/review-answer.ts';
import { type Conversation, converse } from '#shared/agent/loop.ts';
import { recordedModel } from '#shared/agent/recorded-model.ts';
import type { Tool } from '#shared/agent/tool.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ReaderAnswer } from '#shared/domain/feedback/reading.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Json } from '#shared/ports/table.ts';
import { QuestionAnswer } from './question.ts';

const shapes: Readonly<Record<string, z.ZodType>> = {
  'assess-risk': PlanAnswer,
  'next-best-action': PlanAnswer,
  'prepare-review': ReviewAnswer,
  'read-feedback': ReaderAnswer,
  'ask-client': QuestionAnswer,
  'brief-client': BriefAnswer,
};

/**
 * Runs a recorded run again through the loop and the shapes of today: the model says what it said, the tools and the check of
 * facts answer what they answered. What ended it in time, money or throttling is not repeated, for nothing is spent.
 */
export function replay(run: AgentRun, clock: Pick<Clock, 'wall'>): Promise<Conversation<unknown>> {
  const { part, asked, exchanges, agent, answer: template } = run;
  const results = exchanges.flatMap((exchange) => exchange.results);
  const unsound = results.filter(({ name, failed, content }) => name === 'answer' && failed && isUnsound(content));
  const task = {
    part,
    system: asked.system,
    prompt: asked.prompt,
    tools: asked.tools.map((tool): Tool => ({ ...tool, input: tool.input as Json, use: recorded(tool.name, results) })),
    answer: shapes[agent] ?? z.unknown(),
    check: () => (unsound.shift() ? ['it was not sound'] : []),
    template,
  };
  return converse(task, { model: recordedModel(run.writer, exchanges), clock });
}

const isUnsound = (content: unknown) => typeof content === 'string' && content.startsWith('Nothing of this is a fact');

/** Each use is answered as it was then, in the order of then. */
function recorded(name: string, results: AgentRun['exchanges'][number]['results']): Tool['use'] {
  const left = results.filter((result) => result.name === name);
  return async () => {
    const result = left.shift();
    if (!result || result.failed) throw new AppError('tool.bad-input', { says: String(result?.content) });
    return result.content as Json;
  };
}
