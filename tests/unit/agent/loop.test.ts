import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { converse, type Task } from '#shared/agent/loop.ts';
import { defineTool } from '#shared/agent/tool.ts';
import { runLimits } from '#shared/domain/agents/limits.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Model } from '#shared/ports/model.ts';
import { answers, says, scripted, stopped, uses } from '#tests/fixtures/models/scripted.ts';

const Answer = z.strictObject({ play: z.enum(['call', 'wait']), because: z.string().max(100) });
type Answer = z.infer<typeof Answer>;

const usage = defineTool({
  name: 'usage',
  purpose: 'Gives the sessions of a month.',
  input: z.strictObject({ month: z.string().regex(/^\d{4}-\d\d$/) }),
  run: ({ month }) => ({ month, sessions: 41 }),
});

const task = (change: Partial<Task<Answer>> = {}): Task<Answer> => ({
  part: 'writer',
  system: 'You help.',
  prompt: 'What should be done?',
  tools: [usage],
  answer: Answer,
  check: () => [],
  template: { play: 'wait', because: 'nothing is known' },
  ...change,
});

const good = { play: 'call', because: 'sessions fell' };

/** Time passes only when somebody sleeps. */
function surroundings(model: Model) {
  let now = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    model,
    clock: { wall: () => new Date(now) },
    pass: (ms: number) => {
      now += ms;
    },
    pace: {
      random: () => 0.5,
      sleep: async (ms: number) => {
        sleeps.push(ms);
        now += ms;
      },
    },
  };
}

const run = (model: Model, change: Partial<Task<Answer>> = {}) => converse(task(change), surroundings(model));

describe('a model that works', () => {
  it('uses a tool, is told the result, and answers', async () => {
    const model = scripted([says(uses('usage', { month: '2026-10' })), says(answers(good))]);
    const { ending, exchanges, spent } = await run(model);
    expect(ending).toEqual({ answer: good });
    expect(exchanges[0]?.results).toMatchObject([{ content: { month: '2026-10', sessions: 41 }, failed: false }]);
    expect(spent).toEqual({ turns: 2, toolCalls: 1, tokens: { in: 1_800, out: 240 }, ms: 0, microDollars: 9_000 });
  });

  it('is shown its tools with strict schemas, and never our own answer', async () => {
    const model = scripted([says(answers(good))]);
    await run(model);
    const [request] = model.requests;
    expect(request?.tools.map(({ name }) => name)).toEqual(['usage', 'answer']);
    for (const { input } of request?.tools ?? []) expect(input).toMatchObject({ additionalProperties: false });
    expect(JSON.stringify([request?.messages, request?.system, request?.tools])).not.toContain('nothing is known');
  });

  it('may correct an answer of the wrong shape once, and one that is not sound once', async () => {
    const model = scripted([
      says(answers({ play: 'dance' })),
      says(answers({ ...good, because: 'it fell by 12 %' })),
      says(answers(good)),
    ]);
    const check = ({ because }: Answer) => (/\d/.test(because) ? ['figure: 12 %'] : []);
    const { ending, exchanges } = await run(model, { check });
    expect(ending).toEqual({ answer: good });
    expect(exchanges.map(({ results }) => results.map(({ failed }) => failed))).toEqual([[true], [true], []]);
    expect(JSON.stringify(exchanges[1]?.results)).toContain('figure: 12 %');
  });
});

describe('a model that misbehaves', () => {
  const cases: readonly (readonly [string, Parameters<typeof scripted>[0], string])[] = [
    ['answers in the wrong shape twice', () => says(answers({ play: 'dance' })), 'invalid-answer'],
    ['answers in words alone', () => says({ text: 'Call them.' }), 'no-answer'],
    ['says nothing at all', () => says(), 'no-answer'],
    ['is always cut off', () => stopped('max-tokens', { text: 'Well,' }, answers({ play: 'ca' })), 'no-answer'],
    ['cannot write tool calls', () => stopped('malformed'), 'no-answer'],
    ['asks for tools for ever', () => says(uses('usage', { month: '2026-10' })), 'turns'],
    ['asks for tools that do not exist', () => says(uses('send_mail', { to: 'all' })), 'turns'],
    ['passes arguments that do not fit', () => says(uses('usage', { month: 'last', client: 'sec' })), 'turns'],
    ['gives every use the same id', () => says(...Array.from({ length: 9 }, () => uses('usage', {}))), 'turns'],
    ['gives ids that Bedrock would refuse', () => says(uses('usage', { month: '2026-10' }, '\u0000 #')), 'turns'],
    ['gives names that Bedrock would refuse', () => says(uses(''), uses('send mail!'), uses('x'.repeat(99))), 'turns'],
    ['passes arguments that are no object', () => says(uses('usage', '2026-10'), uses('usage', null)), 'turns'],
    ['answers with no object', () => says(answers('call them')), 'invalid-answer'],
    ['says that it used a tool but did not', () => stopped('tool-use', { text: 'Done.' }), 'no-answer'],
    ['answers with two megabytes', () => says({ text: 'x'.repeat(2_000_000) }), 'no-answer'],
    ['is stopped by a guardrail', () => stopped('filtered', { text: 'I cannot.' }), 'filtered'],
    ['runs out of context', () => stopped('context-full'), 'context-full'],
    ['claims to have read a library', () => ({ ...says(uses('usage')), tokens: { in: 9e9, out: 0 } }), 'tokens'],
    ['writes far too much', () => ({ ...says(uses('usage')), tokens: { in: 10, out: 3_900 } }), 'tokens'],
    ['is not allowed to us', () => Promise.reject(new AppError('model.refused')), 'model-refused'],
    ['throttles without end', () => Promise.reject(new AppError('model.throttled')), 'model-unavailable'],
    ['is always late', () => Promise.reject(new AppError('model.timeout')), 'tokens'],
  ];

  it.each(cases)('%s: ends within its limits, with a reason', async (_, answering, stop) => {
    const model = scripted(answering);
    const { ending, spent, exchanges } = await run(model);
    expect(ending).toEqual({ stop });
    expect(spent.turns).toBeLessThanOrEqual(runLimits.turns);
    expect(spent.toolCalls).toBeLessThanOrEqual(runLimits.toolCalls);
    expect(spent.ms).toBeLessThanOrEqual(runLimits.seconds * 1_000);
    expect(JSON.stringify(exchanges).length).toBeLessThan(100_000);
  });

  it('must answer in its last turn, and gets no more calls than it may', async () => {
    const model = scripted(() => says(...Array.from({ length: 5 }, () => uses('usage', { month: '2026-10' }))));
    const { spent, exchanges } = await run(model);
    expect(model.requests.map(({ mustCall }) => mustCall)).toEqual([...Array(7).fill(undefined), 'answer']);
    expect(spent.toolCalls).toBe(16);
    expect(exchanges.flatMap(({ results }) => results).filter(({ failed }) => failed)).toHaveLength(40 - 16);
  });

  it('is never asked what could cost more than the run may', async () => {
    const model = scripted(() => ({ ...says(uses('usage')), tokens: { in: 8_000, out: 900 } }));
    const dear = { ...model, prices: { reader: model.prices.reader, writer: { in: 5_000_000, out: 25_000_000 } } };
    const { ending, spent } = await run(dear);
    expect(ending).toEqual({ stop: 'money' });
    expect(spent.microDollars).toBeLessThanOrEqual(runLimits.microDollars);
  });
});

describe('a tool that fails', () => {
  const broken = (error: unknown) =>
    defineTool({ name: 'usage', purpose: 'Breaks.', input: z.strictObject({}), run: () => Promise.reject(error) });

  it('is information, without the words of a bug', async () => {
    const model = scripted([says(uses('usage'), uses('usage')), says(answers(good))]);
    const { ending, exchanges } = await run(model, { tools: [broken(new Error('secret of row 17'))] });
    expect(ending).toEqual({ answer: good });
    expect(exchanges[0]?.results.map(({ failed }) => failed)).toEqual([true, true]);
    expect(JSON.stringify(model.requests)).not.toContain('row 17');
  });

  it('may not flood the model', async () => {
    const flood = defineTool({
      name: 'usage',
      purpose: 'Floods.',
      input: z.strictObject({}),
      run: () => 'x'.repeat(2_000_000),
    });
    const model = scripted([says(uses('usage')), says(answers(good))]);
    const { ending } = await run(model, { tools: [flood] });
    expect(ending).toEqual({ answer: good });
    expect(JSON.stringify(model.requests).length).toBeLessThan(10_000);
  });
});

describe('time', () => {
  it('is waited for between attempts at random, doubling, and never past the end', async () => {
    const around = surroundings(scripted(() => Promise.reject(new AppError('model.throttled'))));
    expect((await converse(task(), around)).ending).toEqual({ stop: 'model-unavailable' });
    expect(around.sleeps).toEqual([250, 500, 1_000, 2_000]);
    const short = surroundings(scripted(() => Promise.reject(new AppError('model.throttled'))));
    expect((await converse(task(), { ...short, limits: { ...runLimits, seconds: 1 } })).ending).toEqual({
      stop: 'time',
    });
    expect(short.sleeps).toEqual([250, 500]);
  });

  it('ends a model that never answers', async () => {
    const model: Model = { ...scripted([]), converse: () => new Promise(() => {}) };
    const around = { model, clock: { wall: () => new Date() } };
    const { ending } = await converse(task(), { ...around, limits: { ...runLimits, seconds: 0.05 } });
    expect(ending).toEqual({ stop: 'time' });
  });

  it('of an answer that never came is counted as the dearest it could have been', async () => {
    const model = scripted((_, turn) =>
      turn === 1 ? Promise.reject(new AppError('model.timeout')) : says(answers(good)),
    );
    const { ending, spent } = await run(model);
    expect(ending).toEqual({ answer: good });
    expect(spent.tokens.out).toBe((model.requests[0]?.maxTokens ?? 0) + 120);
  });

  it('goes on after a storm', async () => {
    const model = scripted((_, turn) =>
      turn < 4 ? Promise.reject(new AppError('model.throttled')) : says(answers(good)),
    );
    expect((await run(model)).ending).toEqual({ answer: good });
  });
});

it('stops between two turns when agents are switched off', async () => {
  const model = scripted(() => says(uses('usage')));
  const around = surroundings(model);
  const { ending } = await converse(task(), { ...around, mayGoOn: async () => model.requests.length < 2 });
  expect(ending).toEqual({ stop: 'switched-off' });
  expect(model.requests).toHaveLength(2);
});

it('does not hide a bug of ours', async () => {
  const model = scripted(() => Promise.reject(new TypeError('undefined is not a function')));
  await expect(run(model)).rejects.toThrow('undefined is not a function');
});
