import * as z from 'zod';

/** What one run may spend. Money is in millionths of a dollar. */
export interface Limits {
  readonly turns: number;
  readonly toolCalls: number;
  readonly tokens: { readonly in: number; readonly out: number };
  readonly seconds: number;
  readonly microDollars: number;
}

/** Source: reliability.md, "Agent". */
export const runLimits: Limits = {
  turns: 8,
  toolCalls: 16,
  tokens: { in: 30_000, out: 4_000 },
  seconds: 60,
  microDollars: 100_000,
};

/** What a run did spend. */
export const Spent = z.object({
  turns: z.int().min(0),
  toolCalls: z.int().min(0),
  tokens: z.object({ in: z.int().min(0), out: z.int().min(0) }),
  ms: z.int().min(0),
  microDollars: z.int().min(0),
});
export type Spent = z.infer<typeof Spent>;

export const nothingSpent: Spent = { turns: 0, toolCalls: 0, tokens: { in: 0, out: 0 }, ms: 0, microDollars: 0 };

/** Why a model's run ended without an answer. Our own templates answered instead, unless agents were switched off. */
export const StopReason = z.enum([
  'turns',
  'tokens',
  'money',
  'time',
  'switched-off',
  'daily-cap',
  'model-unavailable',
  'model-refused',
  'filtered',
  'context-full',
  'no-answer',
  'invalid-answer',
  'unsound-answer',
]);
export type StopReason = z.infer<typeof StopReason>;
