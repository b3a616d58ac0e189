import * as z from 'zod';
import type { Exchange, ModelAnswer, ModelPart } from '#shared/domain/agents/exchange.ts';
import { type Limits, runLimits, type Spent, type StopReason } from '#shared/domain/agents/limits.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Model, ModelMessage, ModelRequest } from '#shared/ports/model.ts';
import type { Json } from '#shared/ports/table.ts';
import { askModel } from './ask-model.ts';
import { openMeter } from './meter.ts';
import { type Pace, realPace } from './pace.ts';
import { jsonSchemaOf, type Tool } from './tool.ts';
import { type ToolUse, useTools } from './use-tools.ts';

/** What a model is asked, with what, and what counts as an answer. */
export interface Task<Answer> {
  readonly part: ModelRequest['part'];
  readonly system: string;
  readonly prompt: string;
  readonly tools: readonly Tool[];
  readonly answer: z.ZodType<Answer>;
  /** What is wrong with an answer of the right shape, such as figures that are no facts; nothing when it is sound. */
  readonly check: (answer: Answer) => readonly string[];
  readonly template: Answer;
}

export interface Surroundings {
  readonly model: Model;
  readonly clock: Pick<Clock, 'wall'>;
  readonly limits?: Limits;
  readonly pace?: Pace;
  /** Asked before every turn: whether agents may still run. */
  readonly mayGoOn?: () => Promise<boolean>;
}

export interface Conversation<Answer> {
  readonly ending: { readonly answer: Answer } | { readonly stop: StopReason };
  readonly exchanges: readonly Exchange[];
  readonly spent: Spent;
}

const answering = 'answer';
const answerPurpose = 'Gives your answer and ends your work. Call it once, when you are ready.';

/**
 * Lets a model work on a task: it may use the tools, and ends by calling `answer`. An answer of the wrong shape may be
 * repaired once, and one that is not sound once. Ends within its limits whatever the model does; the history is valid at
 * every step. Throws only what nobody foresaw.
 */
export async function converse<Answer>(task: Task<Answer>, around: Surroundings): Promise<Conversation<Answer>> {
  const { model, limits = runLimits, pace = realPace, mayGoOn = async () => true } = around;
  const meter = openMeter(limits, model.prices[task.part], around.clock);
  const answerTool = { name: answering, purpose: answerPurpose, input: jsonSchemaOf(task.answer) };
  const tools = [...task.tools.map(({ name, purpose, input }) => ({ name, purpose, input })), answerTool];
  const asked = { part: task.part, system: task.system, tools, template: task.template as Json };
  const repairs = { shape: 1, soundness: 1 };
  const exchanges: Exchange[] = [];
  const ended = (ending: Conversation<Answer>['ending']) => ({ ending, exchanges, spent: meter.spent() });

  let messages: readonly ModelMessage[] = [{ role: 'user', content: [{ text: task.prompt }] }];
  for (;;) {
    if (!(await mayGoOn())) return ended({ stop: 'switched-off' });
    const lastTurn = meter.spent().turns === limits.turns - 1;
    const request = { ...asked, messages, ...(lastTurn ? { mustCall: answering } : {}) };
    const outcome = await askModel(model, request, { meter, pace });
    if ('stop' in outcome) {
      if (outcome.code) exchanges.push({ failed: outcome.code, results: [] });
      return ended({ stop: outcome.stop });
    }
    meter.turn();
    meter.charge(outcome.answer);
    const answer = readable(outcome.answer, exchanges.length);
    const read = readAnswer(answer, task);
    const [first] = 'problems' in read ? read.problems : [];
    if ('answer' in read) exchanges.push({ answer, results: [] });
    if ('answer' in read) return ended({ answer: read.answer });
    if (answer.stop === 'filtered' || answer.stop === 'context-full') {
      exchanges.push({ answer, results: [] });
      return ended({ stop: answer.stop });
    }

    const uses = usesIn(answer).filter(({ name }) => name !== answering);
    const answers = usesIn(answer).filter(({ name }) => name === answering);
    const results = [
      ...(await useTools(uses, task.tools, meter)),
      ...answers.map(({ id, name }) => ({ id, name, content: first ?? 'Answer once.', failed: true })),
    ];
    exchanges.push({ answer, results });
    if (first !== undefined || uses.length === 0) {
      const wrong = 'wrong' in read ? read.wrong : 'shape';
      if (repairs[wrong] === 0) return ended({ stop: wrong === 'soundness' ? 'unsound-answer' : unshaped(answers) });
      repairs[wrong] -= 1;
    }
    messages = [...messages, ...continued(answer, results)];
  }
}

const unshaped = (answers: readonly ToolUse[]): StopReason => (answers.length > 0 ? 'invalid-answer' : 'no-answer');

type Read<Answer> =
  | { readonly answer: Answer }
  | { readonly wrong: 'shape' | 'soundness'; readonly problems: readonly string[] }
  | { readonly none: true };

/** The first answer that was given, when it has the right shape and is sound. */
function readAnswer<Answer>(given: ModelAnswer, { answer: schema, check }: Task<Answer>): Read<Answer> {
  const use = usesIn(given).find(({ name }) => name === answering);
  if (!use) return { none: true };
  const read = schema.safeParse(use.input);
  if (!read.success) return { wrong: 'shape', problems: [`Not what was asked for: ${z.prettifyError(read.error)}`] };
  const problems = check(read.data);
  if (problems.length === 0) return { answer: read.data };
  const most = problems.slice(0, 12).join('\n');
  return { wrong: 'soundness', problems: [`Nothing of this is a fact you were given; correct it:\n${most}`] };
}

const usesIn = ({ content }: ModelAnswer): ToolUse[] =>
  content.flatMap((part) => ('toolUse' in part ? [part.toolUse] : []));

/** Far more than the tokens it may have: not read, not kept. */
const longestContent = 32_000;

/** What can be kept of an answer: its words and tool uses, under ids of our own and as a service takes them back. */
function readable(answer: ModelAnswer, turn: number): ModelAnswer {
  const parts = answer.content.filter((part) => ('text' in part ? part.text.trim() !== '' : 'toolUse' in part));
  const cut = answer.stop === 'max-tokens' || answer.stop === 'malformed' || answer.stop === 'filtered';
  const tooLong = JSON.stringify(parts).length > longestContent;
  const kept = tooLong ? [] : cut ? parts.filter((part) => 'text' in part) : parts;
  const content = kept.map((part, at): ModelPart => {
    if (!('toolUse' in part)) return part;
    const { name, input } = part.toolUse;
    const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
    const id = `turn-${turn + 1}-${at + 1}`;
    return { toolUse: { id, name: /^[\w-]{1,64}$/.test(name) ? name : 'unreadable', input: isObject ? input : {} } };
  });
  return { ...answer, content, stop: tooLong ? 'malformed' : answer.stop };
}

/** What follows: the answer with the results of its tools or, without any, the request to go on. */
function continued(answer: ModelAnswer, results: Exchange['results']): ModelMessage[] {
  const replies: ModelPart[] = results.map(({ id, content, failed }) => ({ toolResult: { id, content, failed } }));
  const says = answer.stop === 'max-tokens' ? 'That was too long and was cut off. Be brief, and call' : 'Call';
  const content = replies.length > 0 ? replies : [{ text: `${says} \`${answering}\` to give your answer.` }];
  // Where nothing could be kept of the answer, it is as if it had not been given, but for the reminder.
  const before = answer.content.length > 0 ? answer.content : [{ text: '(unreadable)' }];
  return [
    { role: 'assistant', content: before },
    { role: 'user', content },
  ];
}
