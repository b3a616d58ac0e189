import type { Json } from './table.ts';

/** A part of a message between us and a model. */
export type ModelPart =
  | { readonly text: string }
  | { readonly toolUse: { readonly id: string; readonly name: string; readonly input: Json } }
  /** What a tool answered; `failed` tells the model that it did not work, and why. */
  | { readonly toolResult: { readonly id: string; readonly content: Json; readonly failed?: boolean } };

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
  readonly tools: readonly ToolDescription[];
  /** At most so many tokens in the answer; always set. */
  readonly maxTokens: number;
  /** Milliseconds after which the answer is of no use. */
  readonly timeoutMs: number;
}

/** Why the model stopped. `context-full`: the request was too long; `filtered`: a guardrail or content filter stepped in. */
export type ModelStop =
  | 'done'
  | 'tool-use'
  | 'max-tokens'
  | 'stop-sequence'
  | 'filtered'
  | 'malformed'
  | 'context-full';

export interface ModelAnswer {
  readonly content: readonly ModelPart[];
  readonly stop: ModelStop;
  readonly tokens: { readonly in: number; readonly out: number };
  /** The exact model that answered. */
  readonly model: string;
}

/**
 * A language model. Throws `model.throttled` and `model.unavailable` when asking again may help, `model.refused` when it will
 * not, `model.timeout` when the answer did not come in time.
 */
export interface Model {
  /** "offline writer", "bedrock": shown beside everything it wrote. */
  readonly name: string;
  /** Micro-dollars a million tokens, in and out, at list prices; 0 for one that costs nothing. */
  readonly prices: { readonly in: number; readonly out: number };
  converse(request: ModelRequest): Promise<ModelAnswer>;
}
