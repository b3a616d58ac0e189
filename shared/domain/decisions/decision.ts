import * as z from 'zod';
import { GroundedFact } from '../grounding/grounded-fact.ts';
import { ClientId } from '../values/ids.ts';
import { Instant, IsoDate } from '../values/iso-date.ts';

const Prose = z.string().min(1).max(1_200);

/** A play of the playbook and how it begins, perhaps for an alert. */
const ChosenPlay = z.object({ name: z.string().max(120), firstStep: Prose, alertId: z.string().optional() });

/**
 * What would be done. A mail is a message of the mail system, which waits there for the same approval; the others are done by
 * the operator, and approving them records that.
 */
export const ProposedAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), messageId: z.string(), play: ChosenPlay.optional() }),
  z.object({ kind: z.literal('play'), play: ChosenPlay }),
  z.object({ kind: z.literal('meeting'), says: Prose, meetingId: z.string() }),
  z.object({ kind: z.literal('escalation'), play: ChosenPlay }),
  z.object({ kind: z.literal('proposal'), play: ChosenPlay }),
]);
export type ProposedAction = z.infer<typeof ProposedAction>;

const proposed = {
  decisionId: z.string().regex(/^[a-z0-9-]{1,150}$/),
  clientId: ClientId,
  agent: z.string(),
  runId: z.string(),
  /** Who wrote it: a model, or our own templates. */
  writer: z.string(),
  action: ProposedAction,
  /** Prose with `{{fact:id}}`, as everywhere. */
  title: Prose.max(200),
  why: z.array(Prose).max(6),
  ifNothing: Prose,
  /** All that the prose names. */
  facts: z.array(GroundedFact),
  /** 0 to 100: what is lost by waiting. */
  urgency: z.int().min(0).max(100),
  confidence: z.number().min(0).max(1),
  /** Why it needs approval. */
  because: z.string(),
  proposedAt: Instant,
  /** The last day on which it makes sense. */
  until: IsoDate,
};

/** Something an agent proposes to the operator, until it is approved, rejected, or no longer makes sense. */
export const Decision = z.discriminatedUnion('status', [
  z.object({
    ...proposed,
    status: z.literal('waiting'),
    snoozedUntil: IsoDate.optional(),
    editedAt: Instant.optional(),
  }),
  z.object({ ...proposed, status: z.literal('approved'), at: Instant, of: z.string() }),
  z.object({ ...proposed, status: z.literal('rejected'), at: Instant, reason: z.string() }),
]);
export type Decision = z.infer<typeof Decision>;
export type WaitingDecision = Extract<Decision, { status: 'waiting' }>;
