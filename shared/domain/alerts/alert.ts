import * as z from 'zod';
import { ClientId } from '../values/ids.ts';
import { Instant, IsoDate } from '../values/iso-date.ts';
import { Cause } from './cause.ts';

export const Play = z.object({
  name: z.string(),
  firstStep: z.string(),
  /** Every step with its date, for a play that runs over months. */
  steps: z.array(z.object({ says: z.string(), dueOn: IsoDate })).optional(),
});
export type Play = z.infer<typeof Play>;

/** Worst first. */
export const Severity = z.enum(['urgent', 'warning', 'good-news']);
export type Severity = z.infer<typeof Severity>;

/** One thing that happened to an alert, and the id of the news that brought it, so that the same news never counts twice. */
const Episode = z.object({
  what: z.enum(['raised', 'revised', 'reopened', 'closed']),
  on: IsoDate,
  at: Instant,
  news: z.string(),
  says: z.string(),
});
export type Episode = z.infer<typeof Episode>;

/** Something a person should act on: what happened, on what evidence, who owns it, by when, what to do, and how it ended. */
export const Alert = z.object({
  alertId: z.string(),
  clientId: ClientId,
  severity: Severity,
  cause: Cause,
  /** Sentences with the figures behind the cause. */
  evidence: z.array(z.string()).default([]),
  owner: z.literal('operator'),
  raisedAt: Instant,
  dueOn: IsoDate,
  play: Play,
  status: z.enum(['open', 'closed']),
  /** Why it was closed. */
  closedBecause: z.string().optional(),
  /** How it ended, for the next training: the evidence went away, or the client did. Good news has none. */
  outcome: z.enum(['recovered', 'lost']).optional(),
  /** Oldest first. */
  history: z.array(Episode).default([]),
});
export type Alert = z.infer<typeof Alert>;

/** How often the alert came back after it had been closed. */
export const timesReopened = ({ history }: Alert): number => history.filter(({ what }) => what === 'reopened').length;
