import * as z from 'zod';

/** A part of a message between us and a model. */
export const ModelPart = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ toolUse: z.object({ id: z.string(), name: z.string(), input: z.json() }) }),
  /** What a tool answered; `failed` tells the model that it did not work, and why. */
  z.strictObject({ toolResult: z.object({ id: z.string(), content: z.json(), failed: z.boolean() }) }),
]);
export type ModelPart = z.infer<typeof ModelPart>;

/** Why the model stopped. `context-full`: the request was too long; `filtered`: a guardrail or content filter stepped in. */
export const ModelStop = z.enum(['done', 'tool-use', 'max-tokens', 'filtered', 'malformed', 'context-full']);
export type ModelStop = z.infer<typeof ModelStop>;

const Tokens = z.object({ in: z.int().min(0), out: z.int().min(0) });

export const ModelAnswer = z.object({
  content: z.array(ModelPart),
  stop: ModelStop,
  tokens: Tokens,
  /** The exact model that answered. */
  model: z.string(),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

export const ToolOutcome = z.object({ id: z.string(), name: z.string(), content: z.json(), failed: z.boolean() });
export type ToolOutcome = z.infer<typeof ToolOutcome>;

/** One turn: what the model said, or the code of its failure, and what its tools answered. */
export const Exchange = z.object({
  answer: ModelAnswer.optional(),
  failed: z.string().optional(),
  results: z.array(ToolOutcome),
});
export type Exchange = z.infer<typeof Exchange>;
