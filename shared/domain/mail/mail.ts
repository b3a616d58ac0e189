import * as z from 'zod';
import { ClientId } from '../values/ids.ts';
import { Instant } from '../values/iso-date.ts';

const written = {
  /** Letters, digits, `-` and `_`: it goes to the mail service as a tag. */
  mailId: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/),
  kind: z.literal('operator-alert'),
  to: z.email(),
  subject: z.string().min(1).max(200),
  text: z.string(),
  html: z.string(),
  about: ClientId.optional(),
  queuedAt: Instant,
};

/**
 * A mail and what became of it. Only `pending` may be sent; `sending` holds a lease until `leaseUntil`. When a lease ran
 * out without an answer from the mail service the mail is `unknown`: perhaps sent, so never sent again by itself.
 */
export const Mail = z.discriminatedUnion('status', [
  z.object({ ...written, status: z.literal('pending') }),
  z.object({ ...written, status: z.literal('sending'), leaseUntil: Instant }),
  z.object({ ...written, status: z.literal('sent'), sentAt: Instant, messageId: z.string() }),
  z.object({ ...written, status: z.literal('unknown'), since: Instant }),
]);
export type Mail = z.infer<typeof Mail>;
