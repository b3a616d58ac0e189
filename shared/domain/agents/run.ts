import * as z from 'zod';
import { textHash } from '../figures/text-hash.ts';
import { GroundedFact } from '../grounding/grounded-fact.ts';
import { ClientId } from '../values/ids.ts';
import { Instant } from '../values/iso-date.ts';
import { Exchange } from './exchange.ts';
import { Spent, StopReason } from './limits.ts';

/** `big-12.20261120T150000000.assess-risk-0417`: client, moment and agent, so that it can be found again and put in order. */
export const RunId = z
  .string()
  .max(140)
  .regex(/^[a-z0-9-]+\.\d{8}T\d{9}\.[a-z-]+-\d{4}$/, 'use the id of a run as "csm runs" shows it');
export type RunId = z.infer<typeof RunId>;

/** The occasion ends it as four digits, so that two of one moment differ. */
export const runIdOf = (clientId: ClientId, startedAt: Instant, agent: string, occasion: string): RunId =>
  `${clientId}.${startedAt.replace(/[-:.Z]/g, '')}.${agent}-${String(textHash(occasion) % 10_000).padStart(4, '0')}`;

export const clientOfRun = (runId: RunId): ClientId => ClientId.parse(runId.split('.')[0]);

/** Everything about one run of an agent: what it was asked, what was said and done, what it cost, what came of it. */
export const AgentRun = z.object({
  runId: RunId,
  clientId: ClientId,
  agent: z.string(),
  /** What it ran for: an alert, a meeting, a week, a question. Each occasion is worked on once. */
  occasion: z.string(),
  promptVersion: z.int(),
  part: z.enum(['reader', 'writer']),
  /** "offline writer", "Bedrock". */
  writer: z.string(),
  startedAt: Instant,
  asked: z.object({
    system: z.string(),
    prompt: z.string(),
    tools: z.array(z.object({ name: z.string(), purpose: z.string(), input: z.json() })),
  }),
  exchanges: z.array(Exchange),
  spent: Spent,
  /** Why our own template was used instead of the model's answer; absent when the model answered. */
  stopped: StopReason.optional(),
  answer: z.json().optional(),
  /** The facts that the answer names, as they were. */
  facts: z.array(GroundedFact),
  /** One line each: what was proposed, recorded or said. */
  outcome: z.array(z.string()),
});
export type AgentRun = z.infer<typeof AgentRun>;
