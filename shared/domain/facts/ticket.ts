import * as z from 'zod';
import { ClientId, ForeignId } from '../values/ids.ts';
import { IsoDate } from '../values/iso-date.ts';

const about = { clientId: ClientId, ticketId: ForeignId, date: IsoDate };

export const TicketOpening = z.strictObject({
  ...about,
  severity: z.enum(['low', 'normal', 'high', 'critical']),
  category: z.enum(['question', 'defect', 'integration', 'outage', 'training', 'other']),
  /** As the client wrote it: read by a Reader alone. */
  subject: z.string().max(300).optional(),
  body: z.string().max(10_000).optional(),
});
export type TicketOpening = z.infer<typeof TicketOpening>;

export const TicketResolution = z.strictObject(about);
export type TicketResolution = z.infer<typeof TicketResolution>;
