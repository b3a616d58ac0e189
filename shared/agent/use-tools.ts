import * as z from 'zod';
import type { ModelPart, ToolOutcome } from '#shared/domain/agents/exchange.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Json } from '#shared/ports/table.ts';
import type { Meter } from './meter.ts';
import { within } from './pace.ts';
import type { Tool } from './tool.ts';

export type ToolUse = Extract<ModelPart, { toolUse: unknown }>['toolUse'];

/** More is more than a model needs, and than a run can pay for. */
const longestResult = 8_000;
const slowestMs = 10_000;

/** Uses the tools one after the other. Whatever goes wrong is told to the model: that is information, not an end. */
export async function useTools(uses: readonly ToolUse[], tools: readonly Tool[], meter: Meter): Promise<ToolOutcome[]> {
  const outcomes: ToolOutcome[] = [];
  for (const use of uses) {
    const { id, name } = use;
    try {
      outcomes.push({ id, name, content: fitting(await useOne(use, tools, meter)), failed: false });
    } catch (error) {
      // A bug in a tool may hold anything in its words, so only those we foresaw are passed on.
      const says = error instanceof AppError ? error.message : 'The tool failed for a reason of its own.';
      outcomes.push({ id, name, content: says, failed: true });
    }
  }
  return outcomes;
}

async function useOne({ name, input }: ToolUse, tools: readonly Tool[], meter: Meter): Promise<Json> {
  const tool = tools.find((known) => known.name === name);
  if (!tool) throw new AppError('tool.unknown', { tools: tools.map((known) => known.name) });
  if (!meter.takeCall()) throw new AppError('tool.none-left');
  return within(Math.min(slowestMs, meter.msLeft()), tool.use(input as Json), () => {
    throw new AppError('tool.too-slow');
  });
}

function fitting(content: Json): ToolOutcome['content'] {
  const { length } = JSON.stringify(content) ?? '';
  if (length > longestResult) throw new AppError('tool.too-much', { characters: length, most: longestResult });
  return z.json().parse(content);
}
