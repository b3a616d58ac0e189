import * as z from 'zod';
import { Passage } from '#shared/domain/feedback/quotes.ts';
import { ClientId, ForeignId } from '#shared/domain/values/ids.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { defineEvent } from './define-event.ts';

export const FeedbackReceived = defineEvent({
  detailType: 'feedback.received',
  source: 'feedback',
  meaning: 'Somebody at a client wrote something that is no ticket and no survey answer: a note, a chat, a reason.',
  detail: z.object({
    clientId: ClientId,
    feedbackId: ForeignId,
    date: IsoDate,
    /** Where it was written: `crm-note`, `slack`, `unsubscribe-reason`. */
    channel: z.string().regex(/^[a-z-]{2,40}$/),
    passages: z.array(Passage).min(1).max(10),
  }),
});
