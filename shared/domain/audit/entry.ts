import * as z from 'zod';
import { Instant } from '../values/iso-date.ts';

/** What the trail remembers: what people decided, what was done to people, and what stopped it. */
export const AuditAct = z.enum([
  'message.approved',
  'message.held',
  'message.edited',
  'message.cancelled',
  'mail.send-begun',
  'mail.paused',
  'mail.resumed',
  'mail.kill-switch-tripped',
  'person.suppressed',
  'person.preferences-changed',
  'person.unsubscribed',
  'person.resubscribed',
  'person.erasure-begun',
  'person.erased',
  'decision.approved',
  'decision.edited',
  'decision.snoozed',
  'decision.rejected',
  'memory.kept',
  'memory.changed',
  'memory.forgotten',
  'agents.stopped',
  'agents.resumed',
  'meeting.held',
  'meeting.missed',
  'meeting.cancelled',
  'meeting.moved',
  'portfolio.imported',
  'usage.imported',
  'risk.plan-in-place',
  'risk.saving',
  'operator.signed-in',
  'operator.signed-out',
]);
export type AuditAct = z.infer<typeof AuditAct>;

/** Stands for a person, a message, a mail, a decision or a memory; only who holds the key can say for which. */
const Pseudonym = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * Who did what when. Nothing in it names a person, in words or by an id: it is never rewritten, not even when somebody is
 * erased, and must hold nothing that would have to be.
 */
export const AuditAction = z.object({
  /** The client it is about, or `*` for all. */
  scope: z.string().min(1),
  at: Instant,
  by: z.enum(['operator', 'recipient', 'system']),
  act: AuditAct,
  person: Pseudonym.optional(),
  /** The message, mail, decision or memory. */
  about: Pseudonym.optional(),
  /** What else matters, in closed words and figures: how many days, the hash of the text approved. */
  detail: z.record(z.string(), z.string()).optional(),
});
export type AuditAction = z.infer<typeof AuditAction>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** An action in its place in the chain. */
export const AuditEntry = AuditAction.extend({ sequence: z.int().min(1), previous: Hash, hash: Hash });
export type AuditEntry = z.infer<typeof AuditEntry>;

/** How far a chain got. Kept beside it, and copied elsewhere, it tells when the end is cut off. */
export const AuditHead = z.object({ scope: z.string(), sequence: z.int().min(0), hash: Hash });
export type AuditHead = z.infer<typeof AuditHead>;

/** For what concerns no client in particular. */
export const everyClient = '*';
