import * as z from 'zod';
import { ClientId, ContactId } from '../values/ids.ts';
import { Instant } from '../values/iso-date.ts';

/**
 * One contact with a client: what was said or done, when, with whom. Of a mail the outcome is what became of it and is
 * read from the mail itself; of a meeting it is recorded.
 */
export const Action = z.object({
  actionId: z.string(),
  clientId: ClientId,
  type: z.enum(['mail', 'meeting', 'call', 'note']),
  at: Instant,
  participants: z.array(ContactId),
  /** What it was about, one line each. */
  points: z.array(z.string()),
  outcome: z.string().optional(),
  nextSteps: z.array(z.string()).default([]),
  /** 1 to 10, as the participants rated it. */
  rating: z.number().min(1).max(10).optional(),
  /** The mail it is about. */
  mailId: z.string().optional(),
});
export type Action = z.infer<typeof Action>;
