import type * as z from 'zod';
import type { StopReason } from '#shared/domain/agents/limits.ts';
import type { RunId } from '#shared/domain/agents/run.ts';
import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import type { ModelRequest } from '#shared/ports/model.ts';
import type { Change } from '#shared/ports/table.ts';
import type { Tool } from './tool.ts';

/** How an agent is told its work. The version grows with every change of the words; the cases say why they are as they are. */
export interface Prompt {
  readonly version: number;
  readonly says: string;
  /** Names of tasks in `tests/evaluation/agents` that got better, or that guard it. */
  readonly justifiedBy: readonly string[];
}

export const definePrompt = (prompt: Prompt): Prompt => prompt;

/** How an answer came about. */
export interface Made {
  readonly runId: RunId;
  /** Who wrote it: the model's name, or "template" where our own was used instead. */
  readonly writer: string;
  readonly stopped: StopReason | undefined;
  readonly now: Instant;
}

/** What is done with an answer: changes to commit with the run, and one line each for the record. */
export interface Effects {
  readonly changes: readonly Change[];
  readonly outcome: readonly string[];
  /** The facts that the answer names, for showing it later. */
  readonly facts?: readonly GroundedFact[];
}

/**
 * One agent: a Reader, which sees what others wrote and has no tools, or a Writer, which sees facts and may look up more.
 * What it answers is only ever carried out by `execute`, which is code.
 */
export interface Agent<Situation, Answer> {
  readonly name: string;
  readonly part: ModelRequest['part'];
  readonly prompt: Prompt;
  readonly answer: z.ZodType<Answer>;
  /** What is asked, in words, of one situation. */
  readonly ask: (situation: Situation) => string;
  readonly tools?: (situation: Situation) => readonly Tool[];
  /** What the answer says that is not so; an answer with problems is never executed. */
  readonly check: (situation: Situation, answer: Answer) => readonly string[];
  /** What the house answers without any model. Always sound. */
  readonly template: (situation: Situation) => Answer;
  /** Authorises and carries out. Reads again what its changes are guarded by, for it may be called twice. */
  readonly execute: (situation: Situation, answer: Answer, made: Made) => Effects | Promise<Effects>;
}
