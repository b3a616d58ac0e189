import * as z from 'zod';
import { GroundedFact } from '../grounding/grounded-fact.ts';
import { ClientId, ContactId } from '../values/ids.ts';
import { Instant } from '../values/iso-date.ts';
import { MailClass, MessageKind, Priority } from './message-kind.ts';

const written = {
  /** Letters, digits, `-` and `_`: it goes to the mail service as a tag. */
  mailId: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/),
  kind: z.enum([...MessageKind.options, 'operator-alert']),
  to: z.email(),
  subject: z.string().min(1).max(200),
  text: z.string(),
  html: z.string(),
  /** An invitation: the iCalendar text. */
  invitation: z.string().optional(),
  /** Where a mail programme's own unsubscribe button posts to; and what a person opens. Absent in mail to the operator. */
  unsubscribe: z.object({ oneClick: z.url(), page: z.url() }).optional(),
  about: ClientId.optional(),
  contactId: ContactId.optional(),
  class: MailClass.optional(),
  priority: Priority.default('normal'),
  /** The messages that travel in it, the first gave it its kind. */
  messageIds: z.array(z.string()).default([]),
  /** Why it was sent now, for the operator. */
  because: z.string().optional(),
  /** Every fact it states. */
  facts: z.array(GroundedFact).default([]),
  queuedAt: Instant,
};

const handedOver = { sentAt: Instant, messageId: z.string() };

/**
 * A mail and what became of it. Only `pending` may be sent; `sending` holds a lease until `leaseUntil`. When a lease ran
 * out without an answer from the mail service the mail is `unknown`: perhaps sent, so never sent again by itself; the
 * service's own events settle it. `delivered`, `bounced`, `complained` and `rejected` come from those events.
 * `withheld`: suppressed or stopped after it was written, so never sent.
 */
export const Mail = z.discriminatedUnion('status', [
  z.object({ ...written, status: z.literal('pending') }),
  z.object({ ...written, status: z.literal('sending'), leaseUntil: Instant }),
  z.object({ ...written, status: z.literal('sent'), ...handedOver }),
  z.object({ ...written, status: z.literal('delivered'), ...handedOver, at: Instant }),
  z.object({ ...written, status: z.literal('bounced'), ...handedOver, at: Instant, permanent: z.boolean() }),
  z.object({ ...written, status: z.literal('complained'), ...handedOver, at: Instant }),
  z.object({ ...written, status: z.literal('rejected'), ...handedOver, at: Instant, reason: z.string() }),
  z.object({ ...written, status: z.literal('unknown'), since: Instant }),
  z.object({ ...written, status: z.literal('withheld'), at: Instant, reason: z.string() }),
]);
export type Mail = z.infer<typeof Mail>;
export type PendingMail = Extract<Mail, { status: 'pending' }>;
