import * as z from 'zod';
import { HealthBand } from '../health/band.ts';
import { ClientId } from '../values/ids.ts';
import { Instant, IsoDate } from '../values/iso-date.ts';

/** Something a person should act on: what happened, who owns it, by when, and what to do. */
export const Alert = z.object({
  alertId: z.string(),
  clientId: ClientId,
  severity: z.enum(['urgent', 'warning', 'good-news']),
  cause: z.object({
    kind: z.literal('health-band'),
    from: HealthBand,
    to: HealthBand,
    scoredOn: IsoDate,
    says: z.string(),
  }),
  owner: z.literal('operator'),
  raisedAt: Instant,
  dueOn: IsoDate,
  play: z.object({ name: z.string(), firstStep: z.string() }),
  status: z.enum(['open', 'closed']),
  /** Why it was closed. */
  closedBecause: z.string().optional(),
});
export type Alert = z.infer<typeof Alert>;
