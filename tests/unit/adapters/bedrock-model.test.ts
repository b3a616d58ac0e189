import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bedrockModel } from '#shared/adapters/bedrock-model.ts';
import { converse } from '#shared/agent/loop.ts';
import { defineTool } from '#shared/agent/tool.ts';
import type { ModelRequest } from '#shared/ports/model.ts';
import { answered, converseService, failure } from '#tests/fixtures/models/converse-service.ts';

const prices = { in: 1_000_000, out: 5_000_000 };
const models = { reader: 'small.model-v1:0', writer: 'us.large.model-v2:0' };

let close = async (): Promise<unknown> => undefined;
afterEach(() => close());

async function modelOf(answer: Parameters<typeof converseService>[0], guardrail?: { id: string; version: string }) {
  const service = await converseService(answer);
  close = service.close;
  const model = bedrockModel({ models, prices: { reader: prices, writer: prices }, guardrail, client: service.client });
  return { model, requests: service.requests };
}

const request: ModelRequest = {
  part: 'writer',
  system: 'You help.',
  messages: [{ role: 'user', content: [{ text: 'What now?' }] }],
  tools: [{ name: 'answer', purpose: 'Answers.', input: { type: 'object', additionalProperties: false } }],
  maxTokens: 700,
  timeoutMs: 5_000,
  template: { says: 'our own words' },
};

describe('a request', () => {
  it('goes to the model of its part, with its limit, strict tools and one of them to be called', async () => {
    const { model, requests } = await modelOf(() => answered('end_turn', { text: 'Hello.' }));
    await model.converse(request);
    await model.converse({ ...request, part: 'reader', mustCall: 'answer' });
    expect(requests.map(({ path }) => decodeURIComponent(path))).toEqual([
      '/model/us.large.model-v2:0/converse',
      '/model/small.model-v1:0/converse',
    ]);
    expect(requests[0]).toMatchObject({
      system: [{ text: 'You help.' }],
      inferenceConfig: { maxTokens: 700, temperature: 0 },
      toolConfig: {
        tools: [{ toolSpec: { name: 'answer', strict: true, inputSchema: { json: { additionalProperties: false } } } }],
        toolChoice: { any: {} },
      },
    });
    expect(requests[1]?.toolConfig.toolChoice).toEqual({ tool: { name: 'answer' } });
    expect(JSON.stringify(requests)).not.toContain('our own words');
    expect(requests[0]).not.toHaveProperty('guardrailConfig');
  });

  it('names the guardrail that was configured', async () => {
    const { model, requests } = await modelOf(() => answered('end_turn', { text: 'Hello.' }), {
      id: 'g1',
      version: '3',
    });
    await model.converse(request);
    expect(requests[0]).toMatchObject({ guardrailConfig: { guardrailIdentifier: 'g1', guardrailVersion: '3' } });
  });
});

describe('an answer', () => {
  it('is read with its words, tool uses and tokens; what we never asked for is left out', async () => {
    const thinking = { reasoningContent: { reasoningText: { text: 'Hm.' } } };
    const use = { toolUse: { toolUseId: 'tooluse_Xy-1', name: 'usage', input: { month: '2026-10' } } };
    const { model } = await modelOf(() => answered('tool_use', thinking, { text: 'Let me see.' }, use));
    expect(await model.converse(request)).toEqual({
      content: [
        { text: 'Let me see.' },
        { toolUse: { id: 'tooluse_Xy-1', name: 'usage', input: { month: '2026-10' } } },
      ],
      stop: 'tool-use',
      tokens: { in: 812, out: 64 },
      model: 'us.large.model-v2:0',
    });
  });

  it.each([
    ['end_turn', 'done'],
    ['stop_sequence', 'done'],
    ['tool_use', 'tool-use'],
    ['max_tokens', 'max-tokens'],
    ['content_filtered', 'filtered'],
    ['guardrail_intervened', 'filtered'],
    ['malformed_model_output', 'malformed'],
    ['malformed_tool_use', 'malformed'],
    ['model_context_window_exceeded', 'context-full'],
    ['a_reason_of_next_year', 'malformed'],
  ])('that stopped for %s is %s', async (reason, stop) => {
    const { model } = await modelOf(() => answered(reason, { text: 'So' }));
    expect((await model.converse(request)).stop).toBe(stop);
  });
});

describe('a failure', () => {
  it.each([
    [429, 'ThrottlingException', 'model.throttled'],
    [400, 'ServiceQuotaExceededException', 'model.throttled'],
    [503, 'ServiceUnavailableException', 'model.unavailable'],
    [500, 'InternalServerException', 'model.unavailable'],
    [429, 'ModelNotReadyException', 'model.unavailable'],
    [424, 'ModelErrorException', 'model.unavailable'],
    [408, 'ModelTimeoutException', 'model.timeout'],
    [400, 'ValidationException', 'model.refused'],
    [403, 'AccessDeniedException', 'model.refused'],
    [404, 'ResourceNotFoundException', 'model.refused'],
    [502, 'SomethingNewException', 'model.unavailable'],
  ])('%i %s is %s, without the words of the request', async (status, error, code) => {
    const { model } = await modelOf(() => failure(status, error));
    const thrown = await model.converse(request).catch((reason: unknown) => reason);
    expect(thrown).toMatchObject({ code });
    expect(String(thrown)).not.toContain('secret words');
  });

  it('on the way is one that may pass', async () => {
    for (const answer of [() => undefined, () => ({ body: '<html>busy' }), () => ({ body: {} })]) {
      const { model } = await modelOf(answer);
      await expect(model.converse(request)).rejects.toMatchObject({ code: 'model.unavailable' });
      await close();
    }
  });

  it('to answer in time is a timeout', async () => {
    const { model } = await modelOf(() => 'silence');
    await expect(model.converse({ ...request, timeoutMs: 80 })).rejects.toMatchObject({ code: 'model.timeout' });
  });
});

it('holds a whole conversation over the wire: throttled once, a tool used, an answer given', async () => {
  const usage = defineTool({
    name: 'usage',
    purpose: 'Sessions of a month.',
    input: z.strictObject({ month: z.string() }),
    run: ({ month }) => ({ month, sessions: 41 }),
  });
  const { model, requests } = await modelOf((_, nth) => {
    if (nth === 1) return failure(429, 'ThrottlingException');
    const used = { toolUse: { toolUseId: 'a', name: 'usage', input: { month: '2026-10' } } };
    if (nth === 2) return answered('tool_use', { text: 'Let me look.' }, used);
    return answered('tool_use', { toolUse: { toolUseId: 'b', name: 'answer', input: { play: 'call' } } });
  });
  const { ending, spent } = await converse(
    {
      part: 'writer',
      system: 'You help.',
      prompt: 'What now?',
      tools: [usage],
      answer: z.strictObject({ play: z.string() }),
      check: () => [],
      template: { play: 'wait' },
    },
    { model, clock: { wall: () => new Date() }, pace: { sleep: async () => {}, random: () => 0 } },
  );
  expect(ending).toEqual({ answer: { play: 'call' } });
  expect(spent).toMatchObject({ turns: 2, tokens: { in: 1_624, out: 128 } });
  expect(requests[2]?.messages.slice(1)).toEqual([
    {
      role: 'assistant',
      content: [
        { text: 'Let me look.' },
        { toolUse: { toolUseId: 'turn-1-2', name: 'usage', input: { month: '2026-10' } } },
      ],
    },
    {
      role: 'user',
      content: [
        {
          toolResult: {
            toolUseId: 'turn-1-2',
            content: [{ json: { result: { month: '2026-10', sessions: 41 } } }],
            status: 'success',
          },
        },
      ],
    },
  ]);
});
