import type { ModelAnswer, ModelPart } from '#shared/domain/agents/exchange.ts';
import type { Json } from './table.ts';

export interface ModelMessage {
  readonly role: 'user' | 'assistant';
  readonly content: readonly ModelPart[];
}

/** A tool as a model sees it: its input as JSON Schema. */
export interface ToolDescription {
  readonly name: string;
  readonly purpose: string;
  readonly input: Json;
}

export interface ModelRequest {
  /** Which of the configured models: a Reader reads untrusted text, a Writer plans and drafts. */
  readonly part: 'reader' | 'writer';
  readonly system: string;
  /** Valid: begins with the user, alternates, and every tool use is followed by its result. */
  readonly messages: readonly ModelMessage[];
  /** Never none: the last is the one that takes the answer. */
  readonly tools: readonly ToolDescription[];
  /** The model must call this tool, or else any of them. */
  readonly mustCall?: string;
  /** At most so many tokens in the answer. */
  readonly maxTokens: number;
  /** Milliseconds after which the answer is of no use. */
  readonly timeoutMs: number;
  /** What our own templates answer. The offline writer gives it back; it is never sent to a service. */
  readonly template: Json;
}

/** Millionths of a dollar for a million tokens at list prices; nothing for a model that costs nothing. */
export interface ModelPrices {
  readonly in: number;
  readonly out: number;
}

/**
 * A language model. Throws `model.throttled` and `model.unavailable` when asking again may help, `model.refused` when it will
 * not, `model.timeout` when the answer did not come in time.
 */
export interface Model {
  /** "offline writer", "Bedrock": shown beside everything it wrote. */
  readonly name: string;
  readonly prices: Readonly<Record<ModelRequest['part'], ModelPrices>>;
  converse(request: ModelRequest): Promise<ModelAnswer>;
}
