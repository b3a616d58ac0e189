import * as z from 'zod';
import { HealthBand } from '../health/band.ts';
import { ClientId } from '../values/ids.ts';
import { Instant, IsoDate } from '../values/iso-date.ts';

/** A move between health bands, in a sentence and in figures. */
const HealthCause = z.object({
  kind: z.literal('health-band'),
  from: HealthBand.optional(),
  to: HealthBand,
  scoredOn: IsoDate,
  says: z.string(),
});

/** Something a person should act on: what happened, who owns it, by when, and what to do. */
export const Alert = z.object({
  alertId: z.string(),
  clientId: ClientId,
  severity: z.enum(['urgent', 'warning', 'good-news']),
  cause: HealthCause,
  owner: z.literal('operator'),
  raisedAt: Instant,
  dueOn: IsoDate,
  play: z.object({ name: z.string(), firstStep: z.string() }),
  status: z.enum(['open', 'closed']),
  /** Why it was closed. */
  closedBecause: z.string().optional(),
});
export type Alert = z.infer<typeof Alert>;
