import * as z from 'zod';
import { ClientId } from '../values/ids.ts';
import { IsoDate } from '../values/iso-date.ts';

/** The people who carry the relationship. */
export const LeadershipRole = z.enum([
  'commissioner',
  'deputy-commissioner',
  'athletic-director',
  'scheduling-associate',
]);
export type LeadershipRole = z.infer<typeof LeadershipRole>;

/** A change among a client's leaders. `date` is the day it takes effect or, for an announcement, the day of the news. */
export const LeadershipChange = z.strictObject({
  clientId: ClientId,
  date: IsoDate,
  role: LeadershipRole,
  change: z.enum(['departure-announced', 'departed', 'appointed']),
  /** The member school, for athletic directors. */
  school: z.string().trim().min(1).max(80).optional(),
});
export type LeadershipChange = z.infer<typeof LeadershipChange>;
