import * as z from 'zod';
import { Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';

/**
 * How an announcement travels on EventBridge. The bus gives each event an id and a time of its own, new with every
 * delivery, so ours travel inside the detail; this is the only place that knows.
 */
export const toEnvelope = ({ id, detailType, source, time, detail, correlationId }: Announcement) => ({
  DetailType: detailType,
  Source: source,
  Time: new Date(time),
  Detail: JSON.stringify({ id, time, correlationId, data: detail }),
});

/**
 * The announcement in an event as EventBridge delivers it: one of ours, or one of AWS itself, which comes without our
 * envelope and keeps the id it has from AWS. Throws when it is neither.
 */
export function fromEnvelope(delivered: unknown): Announcement {
  const foreign = FromAws.safeParse(delivered);
  if (foreign.success) {
    const { id, source, time, detail } = foreign.data;
    return { id, detailType: foreign.data['detail-type'], source, time: instantOf(new Date(time)), detail };
  }
  const { 'detail-type': detailType, source, detail } = Envelope.parse(delivered);
  const { id, time, correlationId, data } = detail;
  return { id, detailType, source, time, detail: data, ...(correlationId === undefined ? {} : { correlationId }) };
}

const Envelope = z.object({
  'detail-type': z.string(),
  source: z.string(),
  detail: z.object({ id: z.string(), time: Instant, correlationId: z.string().optional(), data: z.json() }),
});

const FromAws = z.object({
  id: z.string(),
  'detail-type': z.string(),
  source: z.string().startsWith('aws.'),
  time: z.iso.datetime(),
  detail: z.json(),
});
