import type { Received } from '#events/define-event.ts';
import { FeedbackReceived } from '#events/feedback-received.ts';
import { SurveyAnswered } from '#events/survey-answered.ts';
import { TicketOpened } from '#events/ticket-opened.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { runAgent } from '#shared/agent/run-agent.ts';
import type { Passage } from '#shared/domain/feedback/quotes.ts';
import { dateIn } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { reader } from './reader.ts';

const heard = [TicketOpened, SurveyAnswered, FeedbackReceived] as const;
type Heard = Received<(typeof heard)[number]>;

export const readFeedback = defineEventFunction({
  name: 'read-feedback',
  purpose: 'Reads what people at clients write, without any tool: sentiment, category, urgency, and verified quotes.',
  on: heard,
  needs: ['table:write', 'model:invoke'],
  partitions: ['CLIENT#', 'AGENTS'],
  queue: { workers: 2, batch: 1 },
  run: read,
});

async function read(deps: Deps<'table:write' | 'model:invoke'>, event: Heard): Promise<void> {
  const { channel, passages } = textOf(event);
  if (passages.length === 0) return;
  const { clientId } = event.detail;
  const readingId = readingIdOf(event.id);
  const today = dateIn(businessZone, deps.clock.now());
  const situation = { clientId, readingId, channel, passages, on: event.detail.date, today };
  await runAgent(reader, { clientId, occasion: readingId, situation }, deps);
}

/** What the reading of an event is called. */
export const readingIdOf = (eventId: string): string => eventId.replace(/[^A-Za-z0-9_.:-]/g, '_').slice(0, 120);

/** What of an event somebody outside wrote. */
function textOf(event: Heard): { readonly channel: string; readonly passages: readonly Passage[] } {
  const { detail } = event;
  if ('passages' in detail) return { channel: detail.channel, passages: detail.passages };
  if ('surveyId' in detail) return { channel: 'survey', passages: passage('comment', detail.comment) };
  return { channel: 'ticket', passages: [...passage('subject', detail.subject), ...passage('body', detail.body)] };
}

const passage = (place: string, text: string | undefined): Passage[] =>
  text === undefined || text.trim() === '' ? [] : [{ place, text }];
