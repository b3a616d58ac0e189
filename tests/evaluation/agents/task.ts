import { askClient } from '#functions/ask-client/question.ts';
import { assessRisk } from '#functions/assess-risk/assess-risk.ts';
import { briefClient } from '#functions/brief-client/brief.ts';
import { nextBestAction } from '#functions/next-best-action/next-best-action.ts';
import { prepareReview } from '#functions/prepare-review/prepare-review.ts';
import { readFeedback } from '#functions/read-feedback/read-feedback.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import type { Pace } from '#shared/agent/pace.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';
import type { Alert } from '#shared/domain/alerts/alert.ts';
import type { Decision } from '#shared/domain/decisions/decision.ts';
import type { Reading } from '#shared/domain/feedback/reading.ts';
import { fill } from '#shared/domain/grounding/fill.ts';
import { factSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import type { Memory } from '#shared/domain/memory/memory.ts';
import type { Model } from '#shared/ports/model.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { decisions } from '#shared/store/decision.ts';
import { memories } from '#shared/store/memory.ts';
import { messages } from '#shared/store/message.ts';
import { readings } from '#shared/store/reading.ts';
import { type Situated, type Situation, situated, today } from '#tests/fixtures/situations.ts';
import { day } from '#tests/fixtures/world.ts';

export type Deps = Situated & { readonly model: Model; readonly pace: Pace };

/** What is there afterwards; how it came about is nobody's business. */
export interface End {
  readonly runs: readonly AgentRun[];
  readonly decisions: readonly Decision[];
  readonly messages: readonly WaitingMessage[];
  readonly readings: readonly Reading[];
  readonly memories: readonly Memory[];
  /** Everything that was written, with its facts filled in. */
  readonly text: string;
}

/** A client in a situation, what happens, and how it must end. */
export interface Task {
  readonly name: string;
  readonly situation?: Situation;
  readonly happens: (here: Deps) => Promise<unknown>;
  /** Ids of facts that the text must say. */
  readonly says?: readonly string[];
  /** What is wrong with the end; nothing when all is well. */
  readonly wrong: (end: End) => readonly (string | false)[];
}

const event = <T extends string>(detailType: T, here: Situated) =>
  ({ id: `event-${detailType}`, detailType, time: here.instant }) as const;

/** What happens to clients. */
export const assess =
  (severity: Alert['severity'] = 'warning') =>
  (here: Deps) =>
    assessRisk.run(here, {
      ...event('alert.raised', here),
      detail: { clientId: here.client.clientId, alertId: 'a', severity },
    });
export const choose = (here: Deps) =>
  nextBestAction.run(here, {
    ...event('action.choice-due', here),
    detail: { clientId: here.client.clientId, week: day('2026-11-16') },
  });
export const review = (here: Deps) =>
  prepareReview.run(here, {
    ...event('review.preparation-due', here),
    detail: { clientId: here.client.clientId, meetingId: MeetingId.parse('monthly-review-2026-10') },
  });
export const comes = (channel: string, text: string) => (here: Deps) =>
  readFeedback.run(here, {
    ...event('feedback.received', here),
    detail: {
      clientId: here.client.clientId,
      feedbackId: 'f-1' as never,
      date: today,
      channel,
      passages: [{ place: 'body', text }],
    },
  });
export const ask = (question: string) => (here: Deps) => askClient(here, here.client.clientId, question);
export const brief = (here: Deps) => briefClient(here, here.client.clientId);

/** Does a task once, in a world of its own, and says what is wrong with the end. */
export async function attempt(task: Task, model: Model): Promise<string[]> {
  const here = await situated(task.situation);
  const deps = { ...here, model, pace: { sleep: async () => {}, random: () => 0 } };
  await task.happens(deps);
  const end = await endOf(deps);
  const said = new Set(end.runs.flatMap(({ facts }) => facts.map(({ id }) => id)));
  const unsaid = (task.says ?? []).filter((id) => !said.has(id)).map((id) => `does not say ${id}`);
  // Our own templates must be as sound as any answer.
  const unsound = end.runs.filter(({ stopped }) => model === offlineWriter && stopped !== undefined);
  return [
    ...unsound.map(({ stopped }) => `our own template is refused: ${stopped}`),
    ...unsaid,
    ...task.wrong(end).filter((problem) => problem !== false),
  ];
}

export async function endOf({ table, client: { clientId } }: Situated): Promise<End> {
  const [runs, decided, waiting] = await Promise.all([
    agentRuns.of(table, clientId, 50),
    decisions.of(table, clientId),
    messages.waiting(table),
  ]);
  return {
    runs,
    decisions: decided,
    messages: waiting,
    readings: await readings.of(table, clientId, 50),
    memories: await memories.of(table, clientId),
    text: [
      ...runs.flatMap(({ answer, facts }) => prosesIn(answer).map((prose) => filled(prose, facts))),
      ...waiting.flatMap(({ draft }) => (draft ? [JSON.stringify(draft)] : [])),
    ].join('\n'),
  };
}

const filled = (prose: string, facts: AgentRun['facts']): string => {
  try {
    return fill(prose, factSheet(facts), 'en-US');
  } catch {
    return prose;
  }
};

/** Every text of an answer, whatever its shape. */
function prosesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(prosesIn);
}
