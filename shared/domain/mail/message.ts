import * as z from 'zod';
import { GroundedFact } from '../grounding/grounded-fact.ts';
import { ClientId, ContactId } from '../values/ids.ts';
import { Instant } from '../values/iso-date.ts';
import { Letter } from './letter.ts';
import { MessageKind } from './message-kind.ts';

const proposed = {
  /** Made of kind, contact and occasion, so that the same occasion proposes the same message once. */
  messageId: z.string().regex(/^[A-Za-z0-9_.-]{1,160}$/),
  clientId: ClientId,
  contactId: ContactId,
  kind: MessageKind,
  /** What it is about: `2026-10` for a review, `hours-saved-1000` for a milestone, a ticket's number for an issue. */
  occasion: z.string().min(1).max(80),
  /** Why now, one sentence for the operator. */
  because: z.string().min(1).max(400),
  proposedAt: Instant,
  notBefore: Instant,
  /** After this it is stale and dropped. (`expiresAt` is the table’s own attribute.) */
  staleAt: Instant,
  /** What belongs to this occasion alone: the milestone reached, the ticket, the course. */
  facts: z.array(GroundedFact).default([]),
  /** The meeting it proposes, or tells the change of. */
  meetingId: z.string().optional(),
  /** Overrides the kind's priority: a critical issue. */
  critical: z.boolean().optional(),
  /** Whether the operator must approve; what was approved is the hash of the letter as it would be sent. */
  approval: z.discriminatedUnion('state', [
    z.object({ state: z.literal('not-needed') }),
    z.object({ state: z.literal('waiting'), because: z.string() }),
    z.object({ state: z.literal('given'), at: Instant, of: z.string() }),
  ]),
  /** The operator's or the agent's words instead of the template's. */
  draft: Letter.optional(),
  /** Set by the operator. */
  heldUntil: Instant.optional(),
};

/** What held it back, and until when it will. */
const Hold = z.object({ reason: z.string(), until: Instant, at: Instant });

/** Something we want to say to one person, from the first thought until it is sent, merged, expired or cancelled. */
export const Message = z.discriminatedUnion('status', [
  z.object({ ...proposed, status: z.literal('waiting'), hold: Hold.optional() }),
  z.object({ ...proposed, status: z.literal('mailed'), at: Instant, mailId: z.string() }),
  z.object({ ...proposed, status: z.literal('expired'), at: Instant, reason: z.string() }),
  z.object({ ...proposed, status: z.literal('cancelled'), at: Instant, reason: z.string() }),
]);
export type Message = z.infer<typeof Message>;
export type WaitingMessage = Extract<Message, { status: 'waiting' }>;
