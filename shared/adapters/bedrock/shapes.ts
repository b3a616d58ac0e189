import type {
  ContentBlock,
  ConverseCommandInput,
  ConverseCommandOutput,
  StopReason,
  ToolResultBlock,
} from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';
import type { ModelAnswer, ModelPart, ModelStop } from '#shared/domain/agents/exchange.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { ModelRequest } from '#shared/ports/model.ts';
import { strictSchema } from './strict-schema.ts';

/** Any JSON, as the SDK types a document. */
type Document = NonNullable<Extract<ContentBlock, { toolUse: object }>['toolUse']['input']>;

/** Our request as Converse wants it. The template stays here. */
export const requestFor = (
  { system, messages, tools, mustCall, maxTokens }: ModelRequest,
  modelId: string,
  guardrail: { readonly id: string; readonly version: string } | undefined,
): ConverseCommandInput => ({
  modelId,
  system: [{ text: system }],
  messages: messages.map(({ role, content }) => ({ role, content: content.map(blockOf) })),
  // The least chance, so that runs are alike.
  inferenceConfig: { maxTokens, temperature: 0 },
  toolConfig: {
    tools: tools.map(({ name, purpose, input }) => ({
      toolSpec: { name, description: purpose, inputSchema: { json: strictSchema(input) as Document }, strict: true },
    })),
    toolChoice: mustCall === undefined ? { any: {} } : { tool: { name: mustCall } },
  },
  ...(guardrail ? { guardrailConfig: { guardrailIdentifier: guardrail.id, guardrailVersion: guardrail.version } } : {}),
});

function blockOf(part: ModelPart): ContentBlock {
  if ('text' in part) return { text: part.text };
  if ('toolUse' in part) {
    const { id, name, input } = part.toolUse;
    return { toolUse: { toolUseId: id, name, input: input as Document } };
  }
  const { id, content, failed } = part.toolResult;
  const result: ToolResultBlock = {
    toolUseId: id,
    content: [typeof content === 'string' ? { text: content } : { json: { result: content } as Document }],
    status: failed ? 'error' : 'success',
  };
  return { toolResult: result };
}

/** Every reason Bedrock may give: a new one does not compile until it is handled. */
const stops: Readonly<Record<StopReason, ModelStop>> = {
  end_turn: 'done',
  stop_sequence: 'done',
  tool_use: 'tool-use',
  max_tokens: 'max-tokens',
  content_filtered: 'filtered',
  guardrail_intervened: 'filtered',
  malformed_model_output: 'malformed',
  malformed_tool_use: 'malformed',
  model_context_window_exceeded: 'context-full',
};
const known = (reason: string): reason is StopReason => Object.hasOwn(stops, reason);

const Usage = z.object({ inputTokens: z.int().min(0), outputTokens: z.int().min(0) });

/** An answer of Converse in our words; kinds of content we never ask for are left out. Throws `model.unavailable` for none. */
export function answerFrom({ output, stopReason, usage }: Partial<ConverseCommandOutput>, model: string): ModelAnswer {
  const used = Usage.safeParse(usage);
  if (!output?.message || !stopReason || !used.success)
    throw new AppError('model.unavailable', { model, reason: 'an answer without message, stop reason or usage' });
  return {
    content: (output.message.content ?? []).flatMap(partOf),
    stop: known(stopReason) ? stops[stopReason] : 'malformed',
    tokens: { in: used.data.inputTokens, out: used.data.outputTokens },
    model,
  };
}

function partOf(block: ContentBlock): ModelPart[] {
  if (block.text !== undefined) return [{ text: block.text }];
  if (!block.toolUse) return [];
  const { toolUseId = '', name = '', input } = block.toolUse;
  const read = z.json().safeParse(input);
  // An input that is no JSON is nothing that a tool accepts.
  return [{ toolUse: { id: toolUseId, name, input: read.success ? read.data : null } }];
}
